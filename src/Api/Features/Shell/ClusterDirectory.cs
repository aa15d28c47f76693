using Initiatives.EventStore;

namespace Initiatives.Api.Features.Shell;

/// <summary>The clusters of the installation, in the order they were registered: what the reader may choose between.</summary>
internal sealed class ClusterDirectory(EventStoreDataSources sources)
{
    private const string Sql = """
        SELECT s.tenant_id, t.data ->> 'Name'
        FROM mt_streams s JOIN stream_states t ON t.tenant_id = s.tenant_id AND t.stream_id = s.id
        WHERE s.id = 'cluster' ORDER BY s.created, s.tenant_id
        """;

    public async Task<IReadOnlyList<ClusterChoice>> ReadAsync(CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var clusters = new List<ClusterChoice>();
        while (await reader.ReadAsync(cancellation))
            clusters.Add(new(reader.GetString(0), reader.GetString(1)));
        return clusters;
    }
}
