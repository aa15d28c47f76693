using Initiatives.EventStore;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Initiatives.Api.Platform;

/// <summary>
/// <c>/health/live</c>: the process answers, leave it alone. <c>/health/ready</c>: send it requests; 503 while the database does
/// not take writes, so that a proxy turns to another node meanwhile.
/// </summary>
internal static class Health
{
    private const string Ready = "ready";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<TakesWrites>();
        services.AddHealthChecks().AddCheck<TakesWrites>("database", tags: [Ready]);
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }

    private sealed class TakesWrites(EventStoreDataSources database, ILogger<TakesWrites> log) : IHealthCheck
    {
        private volatile bool away;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var trouble = await TroubleAsync(cancellationToken);
            // A proxy asks every second or so: the log tells the change, not every answer.
            if (trouble is not null && !away)
            {
                log.LogWarning("Not ready: {Trouble}", trouble);
            }
            else if (trouble is null && away)
            {
                log.LogInformation("Ready again");
            }
            away = trouble is not null;
            return trouble is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(trouble);
        }

        private async Task<string?> TroubleAsync(CancellationToken cancellation)
        {
            try
            {
                // Not through a cancelled command: that asks the server to stop it, and waits for a server that is not there.
                return await AskAsync(cancellation).WaitAsync(Limit, cancellation) ? null : "the database is a standby and takes no writes";
            }
            catch (PostgresException refused)
            {
                return "the database answers: " + refused.MessageText;
            }
            catch (Exception silent) when (silent is NpgsqlException or TimeoutException)
            {
                return "the database does not answer: " + silent.Message;
            }
        }

        private async Task<bool> AskAsync(CancellationToken cancellation)
        {
            await using var ask = database.System.CreateCommand("SELECT NOT pg_is_in_recovery()");
            return await ask.ExecuteScalarAsync(cancellation) is true;
        }
    }
}
