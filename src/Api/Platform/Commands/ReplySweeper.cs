using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform.Commands;

/// <summary>
/// Throws kept answers away once they have been kept long enough. Hourly and on every node: sweeping twice is sweeping once.
/// </summary>
internal sealed partial class ReplySweeper(EventStoreDataSources sources, TimeProvider time, ILogger<ReplySweeper> logger) : BackgroundService
{
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand("DELETE FROM request_outcomes WHERE answered <= $1");
        command.Parameters.Add(new() { Value = (time.GetUtcNow() - KeptReplies.KeptFor).UtcDateTime });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                // Nothing depends on it: an answer too old is not given, swept or not.
                LogPutOff(e.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old answers are swept an hour later: {Reason}")]
    private partial void LogPutOff(string reason);
}
