using Npgsql;
using NpgsqlTypes;

namespace Initiatives.EventStore;

// The part that reads a tenant's log backwards, for people.
public sealed partial class EventLog
{
    /// <summary>
    /// Facts below a position, newest first. For a screen: a fact whose transaction is still in flight appears where it belongs when it is
    /// asked for again, which a reader who must miss none cannot use (<see cref="ReadAllAsync"/>).
    /// </summary>
    /// <param name="before">Only positions below; null for the newest.</param>
    /// <param name="take">At most so many.</param>
    public async Task<IReadOnlyList<RecordedEvent>> ReadNewestAsync(string tenant, long? before, LogFilter filter, int take, CancellationToken cancellation = default)
    {
        static NpgsqlParameter Instant(DateTimeOffset? at) => new() { Value = (object?)at?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
        static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new($"""
                    SELECT {Columns} FROM mt_events WHERE tenant_id = $1 AND seq_id < $2 AND ($3::text IS NULL OR stream_id = $3) AND ($4::text IS NULL OR headers ->> 'actor' = $4)
                        AND ($5::text[] IS NULL OR type = ANY ($5)) AND ($6::timestamptz IS NULL OR timestamp >= $6) AND ($7::timestamptz IS NULL OR timestamp <= $7)
                    ORDER BY seq_id DESC LIMIT $8
                    """)
                {
                    Parameters =
                    {
                        Parameter(tenant), Parameter(before ?? long.MaxValue), Text(filter.Stream), Text(filter.Actor),
                        new() { Value = (object?)filter.Types?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                        Instant(filter.From), Instant(filter.Until), Parameter(take),
                    },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await ReadRowsAsync(reader, cancellation);
    }
}
