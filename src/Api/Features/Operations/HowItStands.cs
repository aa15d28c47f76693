using System.Reflection;
using Initiatives.EventStore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Initiatives.Api.Features.Operations;

/// <summary>How the node that answers, and the database it stands on, are.</summary>
/// <param name="Trouble">Why it is not ready; null when it is.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Server">Of PostgreSQL.</param>
/// <param name="DatabaseBytes">On disk, indexes and all.</param>
/// <param name="Events">In the log, over all clusters.</param>
/// <param name="Hears">What other nodes write is heard at once; otherwise it is looked up.</param>
public sealed record NodeState(string? Trouble, string Version, string Server, long DatabaseBytes, long Events, bool Hears);

/// <summary>Asks the node how it is, for the operator's page.</summary>
internal sealed class HowItStands(EventStoreDataSources sources, HealthCheckService health, LogListener listener)
{
    private static readonly string Version = typeof(HowItStands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public async Task<NodeState> ReadAsync(CancellationToken cancellation)
    {
        var report = await health.CheckHealthAsync(cancellation);
        var trouble = report.Entries.Values.Select(e => e.Description).FirstOrDefault(d => d is not null);
        // Counting the log reads all of it; a stream's version is the number of its facts, and there are far fewer streams.
        await using var command = sources.System.CreateCommand("""
            SELECT current_setting('server_version'), pg_database_size(current_database()), (SELECT coalesce(sum(version), 0)::bigint FROM mt_streams)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(trouble, Version, reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), listener.IsListening);
    }
}
