using System.Globalization;
using System.Text.Json;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Platform.Commands;

/// <summary>Which state of a stream is meant: the one its writer left at this head, or the one that a rebuild has put in its place since.</summary>
/// <param name="Refolded">How often one has.</param>
internal sealed record StreamMark(StreamHead Head, int Refolded)
{
    /// <summary>Of a stream that has no events yet.</summary>
    public static readonly StreamMark None = new(StreamHead.None, 0);

    /// <summary>As a load names what it knows already, and as its statement puts it together: <c>hash || refolded</c>.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Head.Hash}{Refolded}");
}

/// <summary>
/// A stream's state and, if it is an initiative's, its row on the board, as they are at one mark. Read from their JSON when first
/// asked for. Never changes, so any number of decisions may hold it at once.
/// </summary>
internal sealed class KnownStream
{
    private readonly byte[]? _stateJson, _cardJson;
    private object? _state;
    private InitiativeCard? _card;

    /// <summary>As it was read.</summary>
    public KnownStream(string name, StreamMark at, byte[]? stateJson, byte[]? cardJson) => (Name, At, _stateJson, _cardJson) = (name, at, stateJson, cardJson);

    /// <summary>As it was decided.</summary>
    public KnownStream(string name, StreamMark at, object state, InitiativeCard? card) => (Name, At, _state, _card) = (name, at, state, card);

    public string Name { get; }

    public StreamMark At { get; }

    // Two who ask first at the same moment both read it, and get equal ones.
    public TState State<TState, TEvent>(Noun<TState, TEvent> noun)
        where TState : class
        where TEvent : class => (TState)(_state ??= noun.Read(_stateJson));

    public InitiativeCard Card => _card ??= _cardJson is null ? InitiativeCard.Empty : JsonSerializer.Deserialize(_cardJson, Noun.Card)!;
}
