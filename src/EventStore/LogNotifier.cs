using Npgsql;

namespace Initiatives.EventStore;

/// <summary>
/// Tells the other nodes that this one has written: at most one NOTIFY per <paramref name="pace"/>, outside the appends.
/// Why not inside them: docs/decisions/0003-notify-is-coalesced.md. One per process.
/// </summary>
/// <param name="pace">How long facts gather before the next NOTIFY; 30 ms when not given.</param>
public sealed class LogNotifier(EventStoreDataSources sources, LogSignal signal, TimeProvider time, TimeSpan? pace = null)
{
    /// <summary>The payload is the newest position as decimal text.</summary>
    public const string Channel = "initiatives_log";

    /// <summary>Runs until cancelled. A lost connection costs hints only: the listeners look for themselves now and then.</summary>
    /// <param name="failed">Told of each failure, for the log of operations.</param>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellation)
    {
        var next = signal.NextOwn;
        while (true)
        {
            await next.WaitAsync(cancellation);
            await Task.Delay(pace ?? TimeSpan.FromMilliseconds(30), time, cancellation);
            // Before the position is read: what is written after that must start the next round.
            next = signal.NextOwn;
            try
            {
                await using var command = sources.System.CreateCommand("SELECT pg_notify($1, $2)");
                command.Parameters.Add(EventLog.Parameter(Channel));
                command.Parameters.Add(EventLog.Parameter(signal.Newest.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                await command.ExecuteNonQueryAsync(cancellation);
            }
            catch (NpgsqlException e)
            {
                failed(e);
            }
        }
    }
}
