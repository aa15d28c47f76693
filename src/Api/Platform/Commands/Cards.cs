using System.Text.Json;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.Platform.Commands;

/// <summary>The board's rows, one per initiative, written with the facts they come from.</summary>
public static class Cards
{
    internal const string Statement = """
        INSERT INTO initiative_cards (tenant_id, stream_id, version, data) VALUES ($1, $2, $3, $4)
        ON CONFLICT (tenant_id, stream_id) DO UPDATE SET version = EXCLUDED.version, data = EXCLUDED.data
        """;

    /// <summary>Puts a row in place; goes alongside an append, also an import's.</summary>
    /// <param name="version">Of the stream that the card is folded up to.</param>
    public static NpgsqlBatchCommand Put(string tenant, string stream, long version, InitiativeCard card) =>
        new(Statement)
        {
            Parameters = { Text(tenant), Text(stream), Number(version), Json(card) },
        };

    /// <summary>A rebuild's: only while the stream stands where it was read, and never over the row of a later version.</summary>
    public static NpgsqlBatchCommand PutWhereUnmoved(string tenant, string stream, StreamHead head, InitiativeCard card) =>
        new("""
            INSERT INTO initiative_cards AS kept (tenant_id, stream_id, version, data)
            SELECT tenant_id, stream_id, version, $4 FROM stream_states WHERE tenant_id = $1 AND stream_id = $2 AND version = $3 AND hash = $5
            ON CONFLICT (tenant_id, stream_id) DO UPDATE SET version = EXCLUDED.version, data = EXCLUDED.data WHERE kept.version <= EXCLUDED.version
            """)
        {
            Parameters = { Text(tenant), Text(stream), Number(head.Version), Json(card), Text(head.Hash) },
        };

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<byte[]> Json(InitiativeCard card) =>
        new() { TypedValue = JsonSerializer.SerializeToUtf8Bytes(card, Noun.Card), NpgsqlDbType = NpgsqlDbType.Json };
}
