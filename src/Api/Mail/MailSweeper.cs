using Npgsql;

namespace Initiatives.Api.Mail;

/// <summary>Takes the words out of mail that was sent long ago, and in time the rows; now and then, on every node.</summary>
internal sealed partial class MailSweeper(MailQueue queue, TimeProvider clock, ILogger<MailSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await queue.SweepAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (NpgsqlException e)
            {
                LogPutOff(e.Message);
            }
        }
        while (await hourly.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Old mail was not cleared away; it is tried again in an hour: {Reason}")]
    private partial void LogPutOff(string reason);
}
