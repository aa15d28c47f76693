using System.Buffers;
using System.Text.Json;

namespace Initiatives.EventStore;

/// <summary>What is known about a fact besides the fact itself.</summary>
/// <param name="Timestamp">When it happened; an import gives the historical instant. Kept to the microsecond, in UTC.</param>
/// <param name="Actor">Id of the person (or job) who recorded it; never a name.</param>
/// <param name="OnBehalfOf">Id of the person or forum it was recorded for, when another one than the actor.</param>
/// <param name="Imported">It came with an import and was not recorded here when it happened.</param>
/// <param name="Reason">Why it was recorded, where that is not part of the fact.</param>
/// <param name="RecordedAt">When it entered this log, where that differs from <paramref name="Timestamp"/>.</param>
public sealed record EventMetadata(
    DateTimeOffset Timestamp,
    string Actor,
    string? OnBehalfOf = null,
    bool Imported = false,
    string? Reason = null,
    Guid? CorrelationId = null,
    Guid? CausationId = null,
    DateTimeOffset? RecordedAt = null)
{
    /// <summary>PostgreSQL keeps microseconds: what is hashed and what is stored must be the same instant.</summary>
    internal DateTime StoredTimestamp => Truncate(Timestamp);

    internal static DateTime Truncate(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary>Writes the headers; the caller closes the object, with or without the chain's own two.</summary>
    internal void WriteHeaders(Utf8JsonWriter writer)
    {
        writer.WriteString("actor"u8, Actor);
        if (Imported) writer.WriteBoolean("imported"u8, true);
        if (OnBehalfOf is not null) writer.WriteString("on_behalf_of"u8, OnBehalfOf);
        if (Reason is not null) writer.WriteString("reason"u8, Reason);
        if (RecordedAt is { } recorded) writer.WriteString("recorded_at"u8, Truncate(recorded));
    }

    /// <summary>Reads back what <see cref="WriteHeaders"/> wrote; headers of other writers (Marten) may lack an actor.</summary>
    internal static EventMetadata Read(DateTime timestamp, ReadOnlySpan<byte> headers, string? correlation, string? causation)
    {
        string actor = "";
        string? onBehalfOf = null, reason = null;
        var imported = false;
        DateTimeOffset? recordedAt = null;
        if (!headers.IsEmpty)
        {
            var reader = new Utf8JsonReader(headers);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("actor"u8)) { reader.Read(); actor = reader.GetString() ?? ""; }
                else if (reader.ValueTextEquals("imported"u8)) { reader.Read(); imported = reader.GetBoolean(); }
                else if (reader.ValueTextEquals("on_behalf_of"u8)) { reader.Read(); onBehalfOf = reader.GetString(); }
                else if (reader.ValueTextEquals("reason"u8)) { reader.Read(); reason = reader.GetString(); }
                else if (reader.ValueTextEquals("recorded_at"u8)) { reader.Read(); recordedAt = reader.GetDateTimeOffset(); }
                else reader.Skip();
            }
        }
        return new(timestamp, actor, onBehalfOf, imported, reason,
            Guid.TryParse(correlation, out var c) ? c : null, Guid.TryParse(causation, out var k) ? k : null, recordedAt);
    }

    /// <summary>The chain's own two members, which every other header is covered by.</summary>
    internal static (string? Previous, string? Own) ReadChain(ReadOnlySpan<byte> headers)
    {
        if (headers.IsEmpty) return (null, null);
        string? previous = null, own = null;
        var reader = new Utf8JsonReader(headers);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("prev"u8)) { reader.Read(); previous = reader.GetString(); }
            else if (reader.ValueTextEquals("hash"u8)) { reader.Read(); own = reader.GetString(); }
            else reader.Skip();
        }
        return (previous, own);
    }
}
