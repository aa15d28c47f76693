using Npgsql;

namespace Initiatives.EventStore;

/// <summary>
/// How far the whole log may be read so that no fact with a lower position can still appear. Positions are handed out before
/// commit, so a higher one may show before a lower one; see docs/decisions/0002-reading-the-log-without-gaps.md.
/// One reader's view: not for two threads at once.
/// </summary>
internal sealed class LogHorizon
{
    // More only adds steps on the way: with the newest always kept, nothing is lost by merging.
    private const int MostPending = 16;

    private readonly List<(long Last, ulong Fence)> _pending = [];

    /// <summary>Nothing up to here can still appear.</summary>
    public long Safe { get; private set; }

    /// <summary>Positions beyond <see cref="Safe"/> were handed out to transactions that may still be running.</summary>
    public bool Waiting => _pending.Count > 0;

    private long Known => Waiting ? _pending[^1].Last : Safe;

    /// <summary>Asks once, without waiting for anyone.</summary>
    public async Task<long> LookAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT last, fence, oldest FROM log_horizon($1)", connection)
            {
                Parameters = { EventLog.Parameter(Known) },
            };
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            if (!reader.IsDBNull(1))
            {
                if (_pending.Count == MostPending) _pending.RemoveAt(MostPending - 1);
                _pending.Add((reader.GetInt64(0), reader.GetFieldValue<ulong>(1)));
            }
            var oldest = reader.GetFieldValue<ulong>(2);
            var settled = _pending.FindLastIndex(p => p.Fence <= oldest);
            if (settled >= 0)
            {
                Safe = _pending[settled].Last;
                _pending.RemoveRange(0, settled + 1);
            }
            return Safe;
        }
        catch (NpgsqlException)
        {
            // The next answer may come from another server (a standby took over), with transaction numbers of its own.
            _pending.Clear();
            throw;
        }
    }
}
