using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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

    private static readonly JsonTypeInfo<InitiativeCard> Written = KeptJson.Of<InitiativeCard>();

    /// <summary>Puts a row in place; goes alongside an append, also an import's.</summary>
    /// <param name="version">Of the stream that the card is folded up to.</param>
    public static NpgsqlBatchCommand Put(string tenant, string stream, long version, InitiativeCard card) =>
        new(Statement)
        {
            Parameters = { Text(tenant), Text(stream), Number(version), Json(card) },
        };

    /// <summary>A rebuild's, many at a time: each only while its stream stands where it was read.</summary>
    public static NpgsqlBatchCommand PutWhereUnmoved(string tenant, IReadOnlyCollection<(string Stream, StreamHead Head, InitiativeCard Card)> cards) =>
        new("""
            INSERT INTO initiative_cards (tenant_id, stream_id, version, data)
            SELECT s.tenant_id, s.stream_id, s.version, n.data
            FROM unnest($2, $3, $4, $5) AS n (stream_id, version, hash, data)
            JOIN stream_states s ON s.tenant_id = $1 AND s.stream_id = n.stream_id AND s.version = n.version AND s.hash = n.hash
            ON CONFLICT (tenant_id, stream_id) DO UPDATE SET version = EXCLUDED.version, data = EXCLUDED.data
            """)
        {
            Parameters =
            {
                Text(tenant),
                new NpgsqlParameter<string[]> { TypedValue = [.. cards.Select(c => c.Stream)] },
                new NpgsqlParameter<long[]> { TypedValue = [.. cards.Select(c => c.Head.Version)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. cards.Select(c => c.Head.Hash)] },
                new NpgsqlParameter<byte[][]> { TypedValue = [.. cards.Select(c => Write(c.Card))], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json },
            },
        };

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<byte[]> Json(InitiativeCard card) =>
        new() { TypedValue = Write(card), NpgsqlDbType = NpgsqlDbType.Json };

    private static byte[] Write(InitiativeCard card) => JsonSerializer.SerializeToUtf8Bytes(card, Written);
}
