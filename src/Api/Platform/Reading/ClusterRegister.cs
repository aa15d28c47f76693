using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform.Reading;

/// <summary>
/// The clusters of the installation, in the order they were registered: what readers choose between, and what jobs, verification and
/// the operator go through. Looks over the wall between them.
/// </summary>
public sealed class ClusterRegister(EventStoreDataSources sources)
{
    private const string InOrder = """
        FROM mt_streams s JOIN stream_states t ON t.tenant_id = s.tenant_id AND t.stream_id = s.id
        WHERE s.id = 'cluster' ORDER BY s.created, s.tenant_id
        """;

    /// <summary>Id and name: asked for by every page, so nothing else is read.</summary>
    public Task<IReadOnlyList<ClusterChoice>> ReadAsync(CancellationToken cancellation = default) =>
        ReadAsync($"SELECT s.tenant_id, t.data ->> 'Name' {InOrder}", static row => new ClusterChoice(row.GetString(0), row.GetString(1)), cancellation);

    /// <summary>All that is decided of them.</summary>
    public Task<IReadOnlyList<Cluster>> AllAsync(CancellationToken cancellation = default) =>
        ReadAsync($"SELECT t.data {InOrder}", static row => Noun.Cluster.Read(row.GetString(0)), cancellation);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var clusters = new List<T>();
        while (await reader.ReadAsync(cancellation)) clusters.Add(read(reader));
        return clusters;
    }
}
