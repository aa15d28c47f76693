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

    /// <summary>Puts a row in place; goes alongside an append, also an import's or a rebuild's.</summary>
    /// <param name="version">Of the stream that the card is folded up to.</param>
    public static NpgsqlBatchCommand Put(string tenant, string stream, long version, InitiativeCard card) =>
        new(Statement)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant },
                new NpgsqlParameter<string> { TypedValue = stream },
                new NpgsqlParameter<long> { TypedValue = version },
                new NpgsqlParameter<byte[]> { TypedValue = JsonSerializer.SerializeToUtf8Bytes(card, Noun.Card), NpgsqlDbType = NpgsqlDbType.Json },
            },
        };
}
