using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Initiatives.EventStore;

/// <summary>What one call of append_events is given: the facts of a decision for one stream, serialized and chained.</summary>
/// <param name="Head">The stream's, once they are written.</param>
internal sealed record ChainedFacts(
    string Tenant, StreamAppend Append, Guid[] Ids, string[] Names, DateTime[] Timestamps, byte[][] Data, byte[][] Headers,
    string?[] Correlations, string?[] Causations, StreamHead Head)
{
    [ThreadStatic] private static Utf8JsonWriter? t_writer;
    [ThreadStatic] private static ArrayBufferWriter<byte>? t_headers;

    public static ChainedFacts Of(string tenant, StreamAppend append, EventMetadata shared, EventTypes types)
    {
        var count = append.Events.Count;
        if (append.MetadataPerEvent is { } own && own.Count != count)
            throw new ArgumentException($"{append.Stream}: {count} events with metadata for {own.Count}.");
        var ids = new Guid[count];
        var names = new string[count];
        var timestamps = new DateTime[count];
        var data = new byte[count][];
        var headers = new byte[count][];
        var correlations = new string?[count];
        var causations = new string?[count];

        var head = append.Expected;
        for (var i = 0; i < count; i++)
        {
            var metadata = append.MetadataPerEvent?[i] ?? shared;
            var type = types.Of(append.Events[i].GetType());
            ids[i] = Guid.CreateVersion7();
            names[i] = type.Name;
            timestamps[i] = metadata.StoredTimestamp;
            data[i] = JsonSerializer.SerializeToUtf8Bytes(append.Events[i], type.Written);
            correlations[i] = metadata.CorrelationId?.ToString();
            causations[i] = metadata.CausationId?.ToString();

            var open = OpenHeaders(metadata, head.Hash);
            var hash = HashChain.Next(head.Hash, tenant, append.Stream, head.Version + 1, ids[i], names[i], timestamps[i],
                data[i], open, correlations[i], causations[i]);
            headers[i] = CloseHeaders(open, hash);
            head = new(head.Version + 1, hash);
        }

        return new(tenant, append, ids, names, timestamps, data, headers, correlations, causations, head);
    }

    /// <summary>The headers as they are hashed. The chain's own two members are left out of the hash, so the second may still be missing.</summary>
    private static ReadOnlySpan<byte> OpenHeaders(EventMetadata metadata, string previous)
    {
        var buffer = t_headers ??= new(1024);
        buffer.ResetWrittenCount();
        var writer = t_writer ??= new(buffer, new() { Encoder = EventTypes.StoredJson.Encoder });
        writer.Reset(buffer);
        writer.WriteStartObject();
        metadata.WriteHeaders(writer);
        writer.WriteString("prev"u8, previous);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static byte[] CloseHeaders(ReadOnlySpan<byte> open, string hash)
    {
        var start = ",\"hash\":\""u8;
        var end = "\"}"u8;
        // Over the closing brace.
        open = open[..^1];
        var headers = new byte[open.Length + start.Length + hash.Length + end.Length];
        open.CopyTo(headers);
        start.CopyTo(headers.AsSpan(open.Length));
        Encoding.ASCII.GetBytes(hash, headers.AsSpan(open.Length + start.Length));
        end.CopyTo(headers.AsSpan(headers.Length - end.Length));
        return headers;
    }
}
