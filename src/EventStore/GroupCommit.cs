using Npgsql;

namespace Initiatives.EventStore;

/// <summary>
/// Appends that wait at the same moment share a transaction: one round trip, one commit, and what several were decided on is asked once. Nobody
/// waits to be joined: a group sets out as soon as fewer than <see cref="AtOnce"/> are under way, with whoever has come by then, so a lone
/// writer is a group of one. A group in which anything fails is undone whole, and each of it is told to go alone.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>Groups under way, each on a connection of its own. More make smaller groups, fewer leave PostgreSQL idle between two.</summary>
    internal const int AtOnce = 3;

    // A failure costs each of a group two more round trips, and the first of it waits for the last.
    internal const int Largest = 16;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private readonly Stack<GroupConnection> _idle;
    private readonly GroupConnection[] _connections;

    public GroupCommit(NpgsqlDataSource source)
    {
        _connections = [.. Enumerable.Range(0, AtOnce).Select(_ => new GroupConnection(source))];
        _idle = new(_connections);
    }

    /// <summary>Of one decision: its facts for one stream, what it was decided on, and what goes alongside.</summary>
    internal sealed record Entry(ChainedFacts Facts, Premises Premises, IReadOnlyList<NpgsqlBatchCommand> Alongside)
    {
        public string Tenant => Facts.Tenant;

        public string Stream => Facts.Append.Stream;

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
        GroupConnection? connection;
        Waiting? waiting = null;
        lock (_lock)
        {
            if (!_idle.TryPop(out connection)) _waiting.Enqueue(waiting = new(entry));
        }
        if (connection is null)
        {
            await waiting!.Task;
            return;
        }
        try
        {
            await connection.SendAsync([entry]);
        }
        finally
        {
            Next(connection);
        }
    }

    /// <summary>In place of the group that has ended, those who have come meanwhile set out.</summary>
    private void Next(GroupConnection connection)
    {
        List<Waiting> group;
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _idle.Push(connection);
                return;
            }
            group = new(Math.Min(_waiting.Count, Largest));
            while (group.Count < Largest && _waiting.TryDequeue(out var next)) group.Add(next);
        }
        _ = SetOutAsync(group, connection);
    }

    private async Task SetOutAsync(List<Waiting> group, GroupConnection connection)
    {
        try
        {
            await connection.SendAsync(Once(group));
            foreach (var waiting in group) waiting.SetResult();
        }
        catch (Exception e)
        {
            foreach (var waiting in group) waiting.SetException(e);
        }
        finally
        {
            Next(connection);
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

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) await connection.DisposeAsync();
    }
}
