using Npgsql;
using NpgsqlTypes;

namespace Initiatives.EventStore;

/// <summary>A stream's state folded anew.</summary>
/// <param name="Head">The head it was folded up to.</param>
public sealed record FoldedState(string Stream, StreamHead Head, string StateJson);

public sealed partial class EventLog
{
    /// <summary>
    /// Replaces kept states, after the shape of the state has changed or a rebuild has folded them again. A stream that has moved on
    /// since keeps what its writer left; no fact and no head is touched.
    /// </summary>
    /// <returns>How many were replaced.</returns>
    public async Task<int> KeepStatesAsync(string tenant, IReadOnlyCollection<FoldedState> states, CancellationToken cancellation = default)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new("""
                    UPDATE stream_states s SET data = n.data
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
                        new NpgsqlParameter<string[]>
                        {
                            TypedValue = [.. states.Select(s => s.StateJson)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json,
                        },
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        return (int)batch.BatchCommands[1].Rows;
    }
}
