using Npgsql;

namespace Initiatives.EventStore;

/// <summary>
/// Appends that wait at the same moment share a transaction: one round trip, one commit, and what several were decided on is asked once. Nobody
/// waits to be joined: a group sets out as soon as fewer than <see cref="AtOnce"/> are under way, with whoever has come by then, so a lone
/// writer is a group of one. A group in which anything fails is undone whole, and each of it is told to go alone.
/// </summary>
internal sealed class GroupCommit(NpgsqlDataSource source)
{
    /// <summary>Groups under way, each on a connection of its own. More make smaller groups, fewer leave PostgreSQL idle between two.</summary>
    internal const int AtOnce = 3;

    // A failure costs each of a group two more round trips, and the first of it waits for the last.
    internal const int Largest = 16;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private int _underWay;

    /// <summary>Of one decision: what it was decided on, its facts for one stream, and what goes alongside them.</summary>
    internal sealed record Entry(string Tenant, string Stream, Premises Premises, NpgsqlBatchCommand Append, IReadOnlyList<NpgsqlBatchCommand> Alongside)
    {
        /// <summary>Of its last fact, once it is written; null when it must go alone.</summary>
        public long? Position { get; set; }
    }

    private sealed class Waiting(Entry entry) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public Entry Entry => entry;
    }

    /// <summary>Returns once <see cref="Entry.Position"/> says what came of it.</summary>
    /// <exception cref="NpgsqlException">The connection failed; as ever, whether anything was written is not known.</exception>
    public async Task RunAsync(Entry entry)
    {
        if (MustWait(entry) is { } waiting)
        {
            await waiting.Task;
            return;
        }
        try
        {
            await SendAsync([entry]);
        }
        finally
        {
            Next();
        }
    }

    private Waiting? MustWait(Entry entry)
    {
        lock (_lock)
        {
            if (_underWay < AtOnce)
            {
                _underWay++;
                return null;
            }
            var waiting = new Waiting(entry);
            _waiting.Enqueue(waiting);
            return waiting;
        }
    }

    /// <summary>In place of the group that has ended, those who have come meanwhile set out.</summary>
    private void Next()
    {
        List<Waiting> group;
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _underWay--;
                return;
            }
            group = new(Math.Min(_waiting.Count, Largest));
            while (group.Count < Largest && _waiting.TryDequeue(out var next)) group.Add(next);
        }
        _ = SetOutAsync(group);
    }

    private async Task SetOutAsync(List<Waiting> group)
    {
        try
        {
            await SendAsync(Once(group));
            foreach (var waiting in group) waiting.SetResult();
        }
        catch (Exception e)
        {
            foreach (var waiting in group) waiting.SetException(e);
        }
        finally
        {
            Next();
        }
    }

    /// <summary>
    /// In the order in which all groups, of all nodes, lock streams, so that no two wait for each other. Of two for one stream the second is sure
    /// to lose, and would undo the others: it is left out, and goes alone after.
    /// </summary>
    private static Entry[] Once(List<Waiting> group) =>
    [
        .. group.Select(w => w.Entry).DistinctBy(e => (e.Tenant, e.Stream))
            .OrderBy(e => e.Tenant, StringComparer.Ordinal).ThenBy(e => e.Stream, StringComparer.Ordinal),
    ];

    private async Task SendAsync(Entry[] group)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        var asked = Ask(group, batch.BatchCommands);
        foreach (var entry in group) batch.BatchCommands.Add(entry.Append);
        var named = group[^1].Tenant;
        foreach (var entry in group)
        {
            // What goes alongside runs behind its own tenant's wall.
            if (entry.Tenant != named) batch.BatchCommands.Add(EventStoreDataSources.TenantSetting(named = entry.Tenant));
            foreach (var alongside in entry.Alongside) batch.BatchCommands.Add(alongside);
        }
        try
        {
            await using var reader = await batch.ExecuteReaderAsync();
            for (var i = 0; i < asked; i++) await reader.NextResultAsync();
            var positions = new long[group.Length];
            for (var i = 0; i < positions.Length; i++)
            {
                await reader.ReadAsync();
                positions[i] = reader.GetInt64(0);
                await reader.NextResultAsync();
            }
            // Errors of later statements surface only by walking to the end.
            while (await reader.NextResultAsync()) { }
            for (var i = 0; i < positions.Length; i++) group[i].Position = positions[i];
        }
        catch (PostgresException e) when (e.InvariantSeverity == "ERROR")
        {
            // Undone, where a FATAL may come after the commit. Whose fault it was is found out by each going alone.
        }
    }

    /// <returns>How many statements it takes to ask whether everything stands that the group was decided on.</returns>
    private static int Ask(Entry[] group, NpgsqlBatchCommandCollection statements)
    {
        var (tenant, premises) = (group[0].Tenant, group[0].Premises);
        foreach (var entry in group.AsSpan(1))
        {
            if (entry.Tenant == tenant && premises.And(entry.Premises) is { } both)
            {
                premises = both;
                continue;
            }
            statements.Add(premises.Ask(tenant));
            (tenant, premises) = (entry.Tenant, entry.Premises);
        }
        statements.Add(premises.Ask(tenant));
        return statements.Count;
    }
}
