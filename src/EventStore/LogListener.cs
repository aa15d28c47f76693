using System.Globalization;
using Npgsql;

namespace Initiatives.EventStore;

/// <summary>Hears what other nodes have written and raises this process's <see cref="LogSignal"/>. One per process.</summary>
/// <param name="retry">How long after a lost connection the next attempt is made; 1 s when not given.</param>
public sealed class LogListener(EventStoreDataSources sources, LogSignal signal, TimeProvider time, TimeSpan? retry = null)
{
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isListening;

    /// <summary>Completes once the first LISTEN is in force.</summary>
    public Task Listening => _listening.Task;

    /// <summary>
    /// True while what other nodes write is heard: from a LISTEN in force until its connection is known to be lost, which takes up to
    /// twenty seconds when a machine vanishes without a word. Who keeps what others may change looks here before trusting it. By the time
    /// it is true again, the signal has been raised: what was kept from before must be looked up anew.
    /// </summary>
    public bool IsListening => _isListening;

    /// <summary>Runs until cancelled.</summary>
    /// <param name="failed">Told of each lost connection, for the log of operations.</param>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(cancellation);
            }
            catch (NpgsqlException e)
            {
                failed(e);
                await Task.Delay(retry ?? TimeSpan.FromSeconds(1), time, cancellation);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await using var connection = await sources.Unpooled.OpenConnectionAsync(cancellation);
        connection.Notification += (_, heard) =>
        {
            if (long.TryParse(heard.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out var position)) signal.Heard(position);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {LogNotifier.Channel}", connection)) await listen.ExecuteNonQueryAsync(cancellation);
        // Whatever was said before we listened is unknown: look again.
        signal.Heard(signal.Newest);
        _isListening = true;
        _listening.TrySetResult();
        try
        {
            while (true) await connection.WaitAsync(cancellation);
        }
        finally
        {
            _isListening = false;
        }
    }
}
