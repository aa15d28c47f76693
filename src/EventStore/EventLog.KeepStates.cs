using Npgsql;
using NpgsqlTypes;

namespace Initiatives.EventStore;

/// <summary>A stream's state folded anew.</summary>
/// <param name="Head">The head it was folded up to.</param>
/// <param name="State">As JSON in UTF-8; null leaves the state that is there, where only what is kept beside it is put in place.</param>
public sealed record FoldedState(string Stream, StreamHead Head, byte[]? State);

public sealed partial class EventLog
{
    /// <summary>
    /// Replaces kept states, after the shape of the state has changed or a rebuild has folded them again. A stream that has moved on
    /// since keeps what its writer left; no fact and no head is touched. Whoever holds a state in memory is told by the row's
    /// <c>refolded</c> that it is not the one any more.
    /// </summary>
    /// <param name="besides">
    /// Runs after it in the same transaction, as initiatives_app with the tenant named: what else is kept of these streams. None of
    /// them can move until it is done.
    /// </param>
    /// <returns>How many streams stood where they were folded up to, and how many rows the statement besides changed.</returns>
    public async Task<(int States, int Besides)> KeepStatesAsync(
        string tenant, IReadOnlyCollection<FoldedState> states, NpgsqlBatchCommand? besides = null, CancellationToken cancellation = default)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new("""
                    UPDATE stream_states s SET data = coalesce(n.data, s.data), refolded = s.refolded + 1
                    FROM unnest($2, $3, $4, $5) AS n (stream_id, version, hash, data)
                    WHERE s.tenant_id = $1 AND s.stream_id = n.stream_id AND s.version = n.version AND s.hash = n.hash
                    """)
                {
                    Parameters =
                    {
                        Parameter(tenant),
                        Parameter(states.Select(s => s.Stream).ToArray()),
                        Parameter(states.Select(s => s.Head.Version).ToArray()),
                        Parameter(states.Select(s => s.Head.Hash).ToArray()),
                        new NpgsqlParameter<byte[]?[]>
                        {
                            TypedValue = [.. states.Select(s => s.State)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json,
                        },
                    },
                },
            },
        };
        if (besides is not null) batch.BatchCommands.Add(besides);
        await batch.ExecuteNonQueryAsync(cancellation);
        return ((int)batch.BatchCommands[1].Rows, besides is null ? 0 : (int)besides.Rows);
    }
}
