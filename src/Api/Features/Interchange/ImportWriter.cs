using System.Text.Json;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using Npgsql;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// Appends an import's facts day by day, all streams of a day in one round trip, within one transaction: so the log has
/// them in the order in which they happened, and a cut-off in it is a day of the history.
/// </summary>
internal sealed class ImportWriter(EventLog log, NpgsqlTransaction transaction, ImportContext context, KnownCluster known, IReadOnlyList<Alongside> alongside)
{
    /// <summary>Facts per round trip; more would only hold more of them in memory.</summary>
    private const int BatchSize = 400;

    private readonly Dictionary<string, ImportedStream> _streams = new(StringComparer.Ordinal);
    private readonly List<ImportedStream> _pending = [];
    private readonly List<object> _concerned = [];
    private DateOnly _day;
    private int _count;
    private long _position;

    /// <summary>Facts written so far.</summary>
    public int Written { get; private set; }

    /// <summary>The stream as its facts are added; loaded from the log the first time.</summary>
    public async Task<ImportedStream> OpenAsync<TState, TEvent>(string name, Noun<TState, TEvent> noun, CancellationToken cancellation)
        where TState : class
        where TEvent : class
    {
        if (!_streams.TryGetValue(name, out var stream))
        {
            stream = new ImportedStream(name, noun.StreamType, noun.None, (state, fact) => noun.Evolve((TState)state, (TEvent)fact), state => noun.Write((TState)state));
            foreach (var recorded in await log.ReadStreamAsync(context.Tenant, name, cancellation: cancellation))
                stream.Known(recorded, LocalInstant.Day(recorded.Timestamp, context.TimeZone));
            if (stream.Version > 0)
                stream.Head = (await log.LoadAsync(context.Tenant, name, cancellation)).Head;
            if (stream.Version != known.VersionOf(name))
                throw new ChangedMeanwhile();
            _streams[name] = stream;
        }
        return stream;
    }

    /// <param name="last">True when nothing more comes for the stream: its state and its row are written with it.</param>
    public async Task AddAsync(ImportedStream stream, IReadOnlyList<object> facts, DateTimeOffset at, bool last, CancellationToken cancellation)
    {
        var day = LocalInstant.Day(at, context.TimeZone);
        if (day != _day || _count >= BatchSize)
            await FlushAsync(cancellation);
        _day = day;
        if (stream.Pending.Count == 0)
            _pending.Add(stream);
        foreach (var fact in facts)
        {
            // A stream's own time never runs backwards, also where it continues one that is recorded already.
            at = at > stream.Last ? at : stream.Last;
            stream.Add(fact, Metadata(at), day);
            at = at.AddMilliseconds(1);
            if (alongside.Any(a => a.Concerns(fact)))
                _concerned.Add(fact);
        }
        stream.IsComplete |= last;
        _count += facts.Count;
    }

    /// <summary>Writes what is pending and does what must commit with it; the caller commits.</summary>
    /// <returns>Position of the last fact.</returns>
    public async Task<long> CompleteAsync(IReadOnlyList<NpgsqlBatchCommand> besides, CancellationToken cancellation)
    {
        await FlushAsync(cancellation);
        if (besides.Count > 0)
            await log.AppendAsync(new AppendBatch(context.Tenant, [], Metadata(context.Now), besides), transaction, cancellation);
        foreach (var work in alongside.Where(a => _concerned.Any(a.Concerns)))
            await work.RunAsync(context.Tenant, _concerned, transaction, cancellation);
        return _position;
    }

    private EventMetadata Metadata(DateTimeOffset at) => new(at, context.Actor, Imported: true, RecordedAt: context.Now);

    private async Task FlushAsync(CancellationToken cancellation)
    {
        if (_pending.Count == 0)
            return;
        var appends = _pending.ConvertAll(s => s.Append());
        List<NpgsqlBatchCommand> cards = [.. _pending.Where(s => s.IsComplete && s.Card is not null).Select(s => Cards.Put(context.Tenant, s.Name, s.Version, s.Card!))];
        var appended = await log.AppendAsync(new AppendBatch(context.Tenant, appends, Metadata(context.Now), cards), transaction, cancellation);
        for (var i = 0; i < _pending.Count; i++)
        {
            _pending[i].Appended(appended.Heads[i]);
            if (_pending[i] is { IsComplete: true, Card: not null })
                _streams.Remove(_pending[i].Name);
        }
        _position = appended.Position;
        Written += _count;
        _pending.Clear();
        _count = 0;
    }
}

/// <summary>Somebody recorded something between the comparison and the recording.</summary>
internal sealed class ChangedMeanwhile : Exception;

/// <summary>Who imports into which cluster, and when.</summary>
internal sealed record ImportContext(string Tenant, string TimeZone, string Actor, DateTimeOffset Now);

/// <summary>A stream while facts are added to it.</summary>
internal sealed class ImportedStream(string name, string type, object none, Func<object, object, object> evolve, Func<object, byte[]> json)
{
    private readonly List<object> _facts = [];
    private readonly List<EventMetadata> _metadata = [];

    public string Name => name;

    public object State { get; private set; } = none;

    public StreamHead Head { get; set; } = StreamHead.None;

    public long Version { get; private set; }

    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The board's row, when the stream is an initiative's.</summary>
    public InitiativeCard? Card { get; private set; }

    public IReadOnlyList<object> Pending => _facts;

    public bool IsComplete { get; set; }

    public void Known(RecordedEvent recorded, DateOnly day) => Fold(recorded.Data, recorded.Timestamp, day, recorded.Metadata.Actor, recorded.Metadata.Imported);

    public void Add(object fact, EventMetadata metadata, DateOnly day)
    {
        _facts.Add(fact);
        _metadata.Add(metadata);
        Fold(fact, metadata.Timestamp, day, metadata.Actor, imported: true);
    }

    /// <summary>The state is kept by the last append only: nobody can decide on it before the import commits.</summary>
    public StreamAppend Append() =>
        new(name, type, Head, [.. _facts], IsComplete || Card is null ? json(State) : null) { MetadataPerEvent = [.. _metadata] };

    public void Appended(StreamHead head)
    {
        Head = head;
        _facts.Clear();
        _metadata.Clear();
    }

    private void Fold(object fact, DateTimeOffset at, DateOnly day, string actor, bool imported)
    {
        State = evolve(State, fact);
        Version++;
        Last = at;
        if (fact is InitiativeEvent @event)
            Card = InitiativeCard.Evolve(Card ?? InitiativeCard.Empty, @event, new Stamp(at, day, actor, null, imported, 0, Version));
    }
}
