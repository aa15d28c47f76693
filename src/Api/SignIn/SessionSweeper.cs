using Npgsql;

namespace Initiatives.Api.SignIn;

/// <summary>Removes sessions and links that have run out, now and then. They open nothing meanwhile.</summary>
internal sealed partial class SessionSweeper(Sessions sessions, TimeProvider time, ILogger<SessionSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sessions.SweepAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sessions that have run out were not removed; it is tried again in an hour.")]
    private partial void LogFailed(Exception exception);
}
