namespace Initiatives.EventStore;

/// <summary>One fact as the log holds it. Fact and metadata are read from their JSON when first asked for.</summary>
public sealed class RecordedEvent
{
    private readonly EventTypes _types;
    private readonly DateTime _timestamp;
    private readonly byte[] _dataJson;
    private readonly byte[] _headersJson;
    private readonly string? _correlation, _causation;
    private object? _data;
    private EventMetadata? _metadata;

    internal RecordedEvent(
        EventTypes types, long position, Guid id, string tenant, string stream, long version, string type, DateTime timestamp,
        byte[] data, byte[] headers, string? correlation, string? causation)
    {
        (_types, Position, Id, Tenant, Stream, Version, Type) = (types, position, id, tenant, stream, version, type);
        (_timestamp, _dataJson, _headersJson, _correlation, _causation) = (timestamp, data, headers, correlation, causation);
    }

    /// <summary>Place in the whole log: ascending, with gaps; within a stream it ascends with the version.</summary>
    public long Position { get; }

    public Guid Id { get; }

    public string Tenant { get; }

    public string Stream { get; }

    /// <summary>Place in the stream, 1 for the first, without gaps.</summary>
    public long Version { get; }

    /// <summary>The name it was stored under, which may be an old one; <see cref="Data"/> is in the newest shape all the same.</summary>
    public string Type { get; }

    /// <summary>When it happened, in UTC.</summary>
    public DateTimeOffset Timestamp => _timestamp;

    /// <exception cref="UnknownEventType">Its stored name has neither a type nor an upcaster.</exception>
    public object Data => _data ??= _types.Deserialize(Type, _dataJson);

    public EventMetadata Metadata => _metadata ??= EventMetadata.Read(_timestamp, _headersJson, _correlation, _causation);

    /// <summary>As stored, in jsonb's own order of members.</summary>
    public ReadOnlyMemory<byte> DataJson => _dataJson;

    /// <summary>As stored.</summary>
    public ReadOnlyMemory<byte> HeadersJson => _headersJson;

    /// <summary>What its hash ought to be, given the hash of the event before it.</summary>
    internal string HashAfter(string previous) => HashChain.Next(
        previous, Tenant, Stream, Version, Id, Type, _timestamp, _dataJson, _headersJson, _correlation, _causation);
}
