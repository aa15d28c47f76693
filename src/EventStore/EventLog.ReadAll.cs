using System.Runtime.CompilerServices;
using Npgsql;

namespace Initiatives.EventStore;

// The part that reads the whole log: as initiatives_system, or as initiatives_app where it is one tenant's.
public sealed partial class EventLog
{
    /// <summary>
    /// The position of the last fact, once nothing with a lower position can still appear: everything committed before the call is
    /// at or below the answer. Waits for the transactions in flight at the call (milliseconds), never makes a writer wait. Only the
    /// primary can answer.
    /// </summary>
    public async Task<long> SafePositionAsync(CancellationToken cancellation = default)
    {
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        var horizon = new LogHorizon();
        await horizon.LookAsync(connection, cancellation);
        for (var pause = 1; horizon.Waiting && horizon.Safe == 0; pause = Math.Min(pause * 2, 20))
        {
            await Task.Delay(pause, cancellation);
            await horizon.LookAsync(connection, cancellation);
        }
        // A position handed out and rolled back is not durable: after a crash the sequence may hand it out once more. That of a fact is.
        await using var last = new NpgsqlCommand("SELECT coalesce(max(seq_id), 0) FROM mt_events WHERE seq_id <= $1", connection)
        {
            Parameters = { Parameter(horizon.Safe) },
        };
        return (long)(await last.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>
    /// Facts after one position up to and including another, in the order of the log, of one tenant or of all. The upper end must
    /// be one that <see cref="SafePositionAsync"/> gave (or below it): beyond it facts may still appear in between.
    /// </summary>
    public async IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        long afterPosition, long upToPosition, string? tenant = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var page in ReadPagesAsync(afterPosition, upToPosition, tenant, cancellation: cancellation))
        {
            foreach (var recorded in page) yield return recorded;
        }
    }

    /// <summary>The same in pages, the next one read while the caller works on this one: memory for two pages, no long transaction.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> ReadPagesAsync(
        long afterPosition, long upToPosition, string? tenant = null, int pageSize = 1000,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var next = ReadPageAsync(afterPosition, upToPosition, tenant, pageSize, abandoned.Token);
        try
        {
            while (await next is { Count: > 0 } page)
            {
                next = page.Count < pageSize || page[^1].Position == upToPosition
                    ? Task.FromResult<IReadOnlyList<RecordedEvent>>([])
                    : ReadPageAsync(page[^1].Position, upToPosition, tenant, pageSize, abandoned.Token);
                yield return page;
            }
        }
        finally
        {
            await abandoned.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task<long> CountAsync(long upToPosition, string? tenant, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand(
            $"SELECT count(*) FROM mt_events WHERE seq_id <= $1{(tenant is null ? "" : " AND tenant_id = $2")}");
        command.Parameters.Add(Parameter(upToPosition));
        if (tenant is not null) command.Parameters.Add(Parameter(tenant));
        command.CommandTimeout = 0;
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<IReadOnlyList<RecordedEvent>> ReadPageAsync(
        long after, long upTo, string? tenant, int pageSize, CancellationToken cancellation)
    {
        await using var connection = await (tenant is null ? sources.System : sources.App).OpenConnectionAsync(cancellation);
        return await ReadPageAsync(connection, after, upTo, tenant, pageSize, cancellation);
    }

    internal async Task<IReadOnlyList<RecordedEvent>> ReadPageAsync(
        NpgsqlConnection connection, long after, long upTo, string? tenant, int pageSize, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        var page = new NpgsqlBatchCommand(
            $"SELECT {Columns} FROM mt_events WHERE {(tenant is null ? "" : "tenant_id = $4 AND ")}seq_id > $1 AND seq_id <= $2 ORDER BY seq_id LIMIT $3")
        {
            Parameters = { Parameter(after), Parameter(upTo), Parameter(pageSize) },
        };
        if (tenant is not null)
        {
            batch.BatchCommands.Add(EventStoreDataSources.TenantSetting(tenant));
            page.Parameters.Add(Parameter(tenant));
        }
        batch.BatchCommands.Add(page);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (tenant is not null) await reader.NextResultAsync(cancellation);
        return await ReadRowsAsync(reader, cancellation);
    }
}
