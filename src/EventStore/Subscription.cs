using System.Security.Cryptography;
using System.Text;
using Npgsql;
using static System.Buffers.Binary.BinaryPrimitives;

namespace Initiatives.EventStore;

/// <summary>Handles facts in the order of the log.</summary>
/// <param name="page">At least one fact, of all tenants.</param>
/// <param name="transaction">
/// What is written here commits together with the checkpoint: exactly once. Anything else (mail, files) may be repeated after a
/// crash: at least once. It is initiatives_system's, over all tenants.
/// </param>
public delegate Task HandlePage(IReadOnlyList<RecordedEvent> page, NpgsqlTransaction transaction, CancellationToken cancellation);

/// <summary>How a subscription paces itself; the defaults suit production.</summary>
public sealed record SubscriptionPace
{
    /// <summary>At most this many facts per transaction.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>How long news gathers before the next look: under load, one look for many facts.</summary>
    public TimeSpan Gather { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How often it looks without being woken.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a follower tries to become the leader.</summary>
    public TimeSpan Candidacy { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The first pause after a failure; it doubles up to <see cref="LongestRetry"/>.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>
/// Follows the whole log under a name, on one node at a time. The leader holds a session advisory lock on the very connection its
/// transactions run on, so a leader that has lost its lock cannot commit. No fact is skipped: it reads only as far as
/// <see cref="LogHorizon"/> allows, and a handler that fails is tried again, not passed by.
/// </summary>
public sealed class Subscription(
    string name, EventStoreDataSources sources, EventLog log, HandlePage handle, TimeProvider time, SubscriptionPace? pace = null)
{
    private readonly SubscriptionPace _pace = pace ?? new();

    public string Name => name;

    /// <summary>This node is the one that handles.</summary>
    public bool IsLeader { get; private set; }

    /// <summary>As leader: the last position handled.</summary>
    public long Position { get; private set; }

    /// <summary>Why it does not move on; null while it does.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Runs until cancelled.</summary>
    /// <param name="failed">Told of each failure (lost connection, handler's exception), for the log of operations.</param>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellation)
    {
        var retry = TimeSpan.Zero;
        while (true)
        {
            var before = Position;
            try
            {
                await FollowAsync(cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // Whatever the handler threw: skipping the fact would lose it, ending would stop everything behind it.
                Failure = e;
                failed(e);
                retry = Position > before || retry == TimeSpan.Zero ? _pace.Retry : Min(retry * 2, _pace.LongestRetry);
            }
            finally
            {
                IsLeader = false;
            }
            await Task.Delay(retry, time, cancellation);
        }
    }

    /// <summary>One term: waits to become the leader, then handles until something fails.</summary>
    private async Task FollowAsync(CancellationToken cancellation)
    {
        await using var connection = await sources.Unpooled.OpenConnectionAsync(cancellation);
        // Asked again and again, not waited for: a session waiting in pg_advisory_lock holds a snapshot, and vacuum waits for that.
        while (!await ScalarAsync<bool>(connection, "SELECT pg_try_advisory_lock($1)", LockKey(name), cancellation))
            await Task.Delay(_pace.Candidacy, time, cancellation);

        await using (var begin = Command(connection, null, "INSERT INTO mt_event_progression (name, last_seq_id) VALUES ($1, 0) ON CONFLICT DO NOTHING"))
            await begin.ExecuteNonQueryAsync(cancellation);
        Position = await ScalarAsync<long>(connection, "SELECT last_seq_id FROM mt_event_progression WHERE name = $1", name, cancellation);
        IsLeader = true;

        var horizon = new LogHorizon();
        while (true)
        {
            var news = log.Signal.Next;
            var safe = await horizon.LookAsync(connection, cancellation);
            var page = safe > Position
                ? await log.ReadPageAsync(connection, Position, safe, null, _pace.PageSize, cancellation)
                : [];
            if (page.Count > 0) await HandleAsync(connection, page, cancellation);
            else Failure = null;
            if (page.Count == _pace.PageSize) continue;

            // Waiting: somebody is between taking a position and committing, and says nothing more when done.
            if (!horizon.Waiting) await NewsOrPollAsync(news, cancellation);
            await Task.Delay(_pace.Gather, time, cancellation);
        }
    }

    private async Task NewsOrPollAsync(Task news, CancellationToken cancellation)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(news, Task.Delay(_pace.Poll, time, woken.Token));
        await woken.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task HandleAsync(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> page, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await handle(page, transaction, cancellation);
        await using var checkpoint = Command(connection, transaction,
            "UPDATE mt_event_progression SET last_seq_id = $2, last_updated = now() WHERE name = $1 AND last_seq_id = $3");
        checkpoint.Parameters.Add(EventLog.Parameter(page[^1].Position));
        checkpoint.Parameters.Add(EventLog.Parameter(Position));
        if (await checkpoint.ExecuteNonQueryAsync(cancellation) != 1)
            throw new InvalidOperationException($"Somebody else moved the checkpoint of {name} from {Position}.");
        await transaction.CommitAsync(cancellation);
        Position = page[^1].Position;
        Failure = null;
    }

    private NpgsqlCommand Command(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql) =>
        new(sql, connection, transaction) { Parameters = { EventLog.Parameter(name) } };

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, object argument, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = argument } } };
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The same on every node and every version of .NET, which string.GetHashCode is not.</summary>
    private static long LockKey(string name) => ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("subscription " + name)));

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
