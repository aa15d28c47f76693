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

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<TakesWrites>("database", tags: [Ready], timeout: Limit);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }

    private sealed class TakesWrites(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var ask = database.CreateCommand("SELECT NOT pg_is_in_recovery()");
                return await ask.ExecuteScalarAsync(cancellationToken) is true
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy("The database is a standby and takes no writes.");
            }
            catch (NpgsqlException away)
            {
                return HealthCheckResult.Unhealthy("The database does not answer: " + away.Message);
            }
        }
    }
}
