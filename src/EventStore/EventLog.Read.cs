using Npgsql;

namespace Initiatives.EventStore;

// The part that reads streams: as initiatives_app behind row-level security, besides the query's own filter.
public sealed partial class EventLog
{
    internal const string Columns =
        "seq_id, id, tenant_id, stream_id, version, type, timestamp, data, headers, correlation_id, causation_id";

    /// <summary>Npgsql sends it as PostgreSQL's own 'infinity'.</summary>
    private static readonly DateTime Infinity = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    /// <summary>A stream as its next decision needs it, in one round trip.</summary>
    public async Task<StreamState> LoadAsync(string tenant, string stream, CancellationToken cancellation = default) =>
        (await LoadAsync<object>(tenant, stream, null, null, cancellation)).State;

    /// <summary>The same, with the answer of one more statement (an idempotency key's outcome) in the same round trip.</summary>
    /// <param name="besides">Runs after the tenant is named; its text is prepared once, so values go in as parameters.</param>
    /// <param name="read">Reads the current row; called once, and only when there is a row.</param>
    public async Task<(StreamState State, T? Besides)> LoadAsync<T>(
        string tenant, string stream, NpgsqlBatchCommand? besides, Func<NpgsqlDataReader, T>? read, CancellationToken cancellation = default)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new("SELECT version, hash, data FROM stream_states WHERE tenant_id = $1 AND stream_id = $2")
                {
                    Parameters = { Parameter(tenant), Parameter(stream) },
                },
            },
        };
        if (besides is not null) batch.BatchCommands.Add(besides);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var state = await reader.ReadAsync(cancellation)
            ? new StreamState(new(reader.GetInt64(0), reader.GetString(1)), reader.IsDBNull(2) ? null : reader.GetString(2))
            : StreamState.None;
        if (besides is null || read is null) return (state, default);
        await reader.NextResultAsync(cancellation);
        return (state, await reader.ReadAsync(cancellation) ? read(reader) : default);
    }

    /// <summary>Several streams in one round trip, for a decision about more than one (merge, split); absent ones are left out.</summary>
    public async Task<IReadOnlyDictionary<string, StreamState>> LoadManyAsync(
        string tenant, IReadOnlyCollection<string> streams, CancellationToken cancellation = default)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new("SELECT version, hash, data, stream_id FROM stream_states WHERE tenant_id = $1 AND stream_id = ANY($2)")
                {
                    Parameters = { Parameter(tenant), Parameter(streams.ToArray()) },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var states = new Dictionary<string, StreamState>(streams.Count, StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            states.Add(reader.GetString(3),
                new(new(reader.GetInt64(0), reader.GetString(1)), reader.IsDBNull(2) ? null : reader.GetString(2)));
        }
        return states;
    }

    /// <summary>A stream's facts in order; empty when it does not exist.</summary>
    /// <param name="upToVersion">Only up to this version.</param>
    /// <param name="asOf">Only what had happened by this instant (by the facts' own time, also for imported ones).</param>
    /// <param name="upToPosition">Only what stood in the log up to this position.</param>
    public async Task<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        string tenant, string stream, long? upToVersion = null, DateTimeOffset? asOf = null, long? upToPosition = null,
        CancellationToken cancellation = default)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new($"""
                    SELECT {Columns} FROM mt_events
                    WHERE tenant_id = $1 AND stream_id = $2 AND version <= $3 AND timestamp <= $4 AND seq_id <= $5
                    ORDER BY version
                    """)
                {
                    Parameters =
                    {
                        Parameter(tenant), Parameter(stream), Parameter(upToVersion ?? long.MaxValue),
                        Parameter(asOf?.UtcDateTime ?? Infinity), Parameter(upToPosition ?? long.MaxValue),
                    },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await ReadRowsAsync(reader, cancellation);
    }

    private async Task<IReadOnlyList<RecordedEvent>> ReadRowsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var rows = new List<RecordedEvent>();
        string tenant = "", stream = "", type = "";
        while (await reader.ReadAsync(cancellation)) rows.Add(ReadRow(reader, types, ref tenant, ref stream, ref type));
        return rows;
    }

    /// <summary>Reads one row of <see cref="Columns"/>; the last row's names are handed on, so that a page does not hold each a thousand times.</summary>
    internal static RecordedEvent ReadRow(NpgsqlDataReader reader, EventTypes types, ref string tenant, ref string stream, ref string type)
    {
        static string Same(string last, string now) => last == now ? last : now;
        tenant = Same(tenant, reader.GetString(2));
        stream = Same(stream, reader.GetString(3));
        type = Same(type, reader.GetString(5));
        return new(types, reader.GetInt64(0), reader.GetGuid(1), tenant, stream, reader.GetInt64(4), type, reader.GetDateTime(6),
            reader.GetFieldValue<byte[]>(7), reader.IsDBNull(8) ? [] : reader.GetFieldValue<byte[]>(8),
            reader.IsDBNull(9) ? null : reader.GetString(9), reader.IsDBNull(10) ? null : reader.GetString(10));
    }

    internal static NpgsqlParameter Parameter<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };
}
