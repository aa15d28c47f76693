using System.Text.Json;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Platform.Commands;

/// <summary>A stream while a change is decided: as it was loaded, and what the decisions so far add to it.</summary>
internal sealed class StreamInHand(string name, StreamHead head, byte[]? stateJson, byte[]? cardJson)
{
    private readonly List<object> _events = [];
    private object? _state;
    private string _type = "";
    private Func<byte[]> _stateAfter = static () => [];

    /// <summary>A stream that is not there.</summary>
    public static StreamInHand New(string name) => new(name, StreamHead.None, null, null);

    public string Name => name;

    public StreamHead Head => head;

    public bool Exists => head.Version > 0;

    public IReadOnlyList<object> Events => _events;

    public long Version => head.Version + _events.Count;

    /// <summary>A state that another holder has read already (the cluster and the calendar are kept in memory).</summary>
    public StreamInHand Known(object state)
    {
        _state = state;
        return this;
    }

    public TState State<TState, TEvent>(Noun<TState, TEvent> noun)
        where TState : class
        where TEvent : class => (TState)(_state ??= noun.Read(stateJson));

    /// <summary>Adds what was decided; returns why not, when it was refused.</summary>
    public IReadOnlyList<Refusal> Take<TState, TEvent>(Noun<TState, TEvent> noun, TState state, Decision<TEvent> decision)
        where TState : class
        where TEvent : class
    {
        if (decision.IsRefused) return decision.Refusals;
        foreach (var @event in decision.Events)
        {
            state = noun.Evolve(state, @event);
            _events.Add(@event);
        }
        _state = state;
        _type = noun.StreamType;
        _stateAfter = () => noun.Write((TState)_state);
        return [];
    }

    public StreamAppend Append() => new(name, _type, head, _events, _stateAfter());

    /// <summary>The board's row after the change; null when the stream is no initiative's.</summary>
    public InitiativeCard? Card(Stamp stamp)
    {
        if (_state is not Initiative) return null;
        var card = cardJson is null ? InitiativeCard.Empty : JsonSerializer.Deserialize(cardJson, Noun.Card)!;
        for (var i = 0; i < _events.Count; i++)
            card = InitiativeCard.Evolve(card, (InitiativeEvent)_events[i], stamp with { Version = head.Version + i + 1 });
        return card;
    }
}
