using Npgsql;

namespace Initiatives.EventStore;

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
}
