using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform.Reading;

/// <summary>The clusters of the installation: what jobs, verification and the operator go through. Looks over the wall between them.</summary>
public sealed class ClusterRegister(EventStoreDataSources sources)
{
    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<Cluster>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT data FROM stream_states WHERE stream_id = 'cluster'", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var clusters = new List<Cluster>();
        while (await reader.ReadAsync(cancellation)) clusters.Add(Noun.Cluster.Read(reader.GetString(0)));
        return [.. clusters.OrderBy(c => c.Name, StringComparer.Ordinal)];
    }
}
