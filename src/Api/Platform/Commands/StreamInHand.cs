using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Platform.Commands;

/// <summary>A stream while a change is decided: as it was loaded, and what the decisions so far add to it.</summary>
internal sealed class StreamInHand(KnownStream loaded)
{
    private readonly List<object> _events = [];
    private object? _state;
    private InitiativeCard? _card;
    private string _type = "";
    private Func<byte[]> _stateAfter = static () => [];

    /// <summary>A stream that is not there.</summary>
    public static StreamInHand New(string name) => new(new KnownStream(name, StreamMark.None, null, null));

    public string Name => loaded.Name;

    public StreamMark At => loaded.At;

    public StreamHead Head => At.Head;

    public bool Exists => Head.Version > 0;

    public IReadOnlyList<object> Events => _events;

    public long Version => Head.Version + _events.Count;

    public TState State<TState, TEvent>(Noun<TState, TEvent> noun)
        where TState : class
        where TEvent : class => (TState)(_state ??= loaded.State(noun));

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

    public StreamAppend Append() => new(Name, _type, Head, _events, _stateAfter());

    /// <summary>The board's row after the change; null when the stream is no initiative's.</summary>
    public InitiativeCard? Card(Stamp stamp)
    {
        if (_state is not Initiative) return null;
        var card = loaded.Card;
        for (var i = 0; i < _events.Count; i++)
            card = InitiativeCard.Evolve(card, (InitiativeEvent)_events[i], stamp with { Version = Head.Version + i + 1 });
        return _card = card;
    }

    /// <summary>As the next decision finds it, once all of this is written.</summary>
    public KnownStream After(StreamHead head) => new(Name, new(head, At.Refolded), _state!, _card);
}
