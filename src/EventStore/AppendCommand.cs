using System.Buffers;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.EventStore;

/// <summary>One call of append_events: serializes, chains and binds. Rented and given back, since it runs for every post.</summary>
internal sealed class AppendCommand
{
    [ThreadStatic] private static Utf8JsonWriter? t_writer;
    [ThreadStatic] private static ArrayBufferWriter<byte>? t_headers;

    private readonly NpgsqlParameter<string> _tenant = Text(), _stream = Text(), _streamType = Text();
    private readonly NpgsqlParameter<long> _expected = new() { NpgsqlDbType = NpgsqlDbType.Bigint };
    private readonly NpgsqlParameter<string> _expectedHash = Text();
    private readonly NpgsqlParameter<Guid[]> _ids = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };
    private readonly NpgsqlParameter<string[]> _types = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
    private readonly NpgsqlParameter<DateTime[]> _timestamps = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
    private readonly NpgsqlParameter<byte[][]> _data = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb };
    private readonly NpgsqlParameter<byte[][]> _headers = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb };
    private readonly NpgsqlParameter<string?[]> _correlations = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
    private readonly NpgsqlParameter<string?[]> _causations = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
    private readonly NpgsqlParameter<string> _hash = Text();
    private readonly NpgsqlParameter<string?> _state = new() { NpgsqlDbType = NpgsqlDbType.Json };

    public AppendCommand() => Command = new("SELECT append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)")
    {
        Parameters =
        {
            _tenant, _stream, _streamType, _expected, _expectedHash, _ids, _types, _timestamps, _data, _headers,
            _correlations, _causations, _hash, _state,
        },
    };

    public NpgsqlBatchCommand Command { get; }

    public bool IsSmall => _ids.TypedValue is null or { Length: <= 16 };

    /// <summary>Binds one stream's new events and gives its new head.</summary>
    public StreamHead Bind(string tenant, StreamAppend append, EventMetadata shared, EventTypes types)
    {
        var events = append.Events;
        if (append.MetadataPerEvent is { } own && own.Count != events.Count)
            throw new ArgumentException($"{append.Stream}: {events.Count} events with metadata for {own.Count}.");
        _tenant.TypedValue = tenant;
        _stream.TypedValue = append.Stream;
        _streamType.TypedValue = append.StreamType;
        _expected.TypedValue = append.Expected.Version;
        _expectedHash.TypedValue = append.Expected.Hash;
        _state.TypedValue = append.StateJson;
        Resize(events.Count);

        var hash = append.Expected.Hash;
        for (var i = 0; i < events.Count; i++)
        {
            var metadata = append.MetadataPerEvent?[i] ?? shared;
            var type = types.Of(events[i].GetType());
            var id = _ids.TypedValue![i] = Guid.CreateVersion7();
            var timestamp = _timestamps.TypedValue![i] = metadata.StoredTimestamp;
            var data = _data.TypedValue![i] = JsonSerializer.SerializeToUtf8Bytes(events[i], type.Json);
            var correlation = _correlations.TypedValue![i] = metadata.CorrelationId?.ToString();
            var causation = _causations.TypedValue![i] = metadata.CausationId?.ToString();
            _types.TypedValue![i] = type.Name;
            _headers.TypedValue![i] = Chain(metadata, ref hash, tenant, append.Stream, append.Expected.Version + i + 1,
                id, type.Name, timestamp, data, correlation, causation);
        }
        _hash.TypedValue = hash;
        return new(append.Expected.Version + events.Count, hash);
    }

    /// <summary>The headers with the chain's two members, and the hash moved on to this event's own.</summary>
    private static byte[] Chain(
        EventMetadata metadata, ref string hash, string tenant, string stream, long version, Guid id, string type,
        DateTime timestamp, byte[] data, string? correlation, string? causation)
    {
        var buffer = t_headers ??= new(1024);
        buffer.ResetWrittenCount();
        var writer = t_writer ??= new(buffer, new() { Encoder = EventTypes.StoredJson.Encoder });
        writer.Reset(buffer);
        writer.WriteStartObject();
        metadata.WriteHeaders(writer);
        // The hash leaves these two members out, so it may be taken before its own value is known.
        writer.WriteString("prev"u8, hash);
        writer.WriteEndObject();
        writer.Flush();
        hash = HashChain.Next(hash, tenant, stream, version, id, type, timestamp, data, buffer.WrittenSpan, correlation, causation);

        var headers = new byte[buffer.WrittenCount + 75];
        buffer.WrittenSpan[..^1].CopyTo(headers);
        var rest = headers.AsSpan(buffer.WrittenCount - 1);
        ",\"hash\":\""u8.CopyTo(rest);
        System.Text.Encoding.ASCII.GetBytes(hash, rest[9..]);
        "\"}"u8.CopyTo(rest[73..]);
        return headers;
    }

    /// <summary>Nearly every append is one event: the arrays stay from the last one.</summary>
    private void Resize(int count)
    {
        if (_ids.TypedValue?.Length == count) return;
        _ids.TypedValue = new Guid[count];
        _types.TypedValue = new string[count];
        _timestamps.TypedValue = new DateTime[count];
        _data.TypedValue = new byte[count][];
        _headers.TypedValue = new byte[count][];
        _correlations.TypedValue = new string?[count];
        _causations.TypedValue = new string?[count];
    }

    private static NpgsqlParameter<string> Text() => new() { NpgsqlDbType = NpgsqlDbType.Text };
}
