using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.SignIn;
using Initiatives.Domain;
using Initiatives.EventStore;
using MediatR;
using Npgsql;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// The people of the demo that no sample document has: readers, the installation's own, and a secretariat in each cluster under
/// one address, so that one person is seen to have several clusters. One sample cluster has said yes to national readers.
/// </summary>
internal sealed class DemoPeople(EventStoreDataSources sources, IMediator mediator)
{
    public const string Reader = "laeser";
    public const string NationalReader = "national-laeser";
    public const string Operator = "driftsansvarlig";

    private const string Secretariat = "sekretariat";

    public async Task RecordAsync(IReadOnlyList<DemoCluster> clusters, DateTimeOffset now, CancellationToken cancellation)
    {
        var people = new List<Person>
        {
            Of(Callers.InstallationRegister, NationalReader, "National læser", ClusterRoleKind.NationalReader),
            Of(Callers.InstallationRegister, Operator, "Driftsansvarlig", ClusterRoleKind.Operator),
        };
        foreach (var cluster in clusters)
        {
            people.Add(Of(cluster.Id, Reader, "Læser", ClusterRoleKind.Reader));
            people.Add(Of(cluster.Id, Secretariat, $"Sekretariatet for {cluster.Name}", ClusterRoleKind.Secretariat));
        }
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        // Whoever the document brought stays as it brought them.
        foreach (var person in people) batch.BatchCommands.Add(PeopleRegister.RecordingNew(person));
        await batch.ExecuteNonQueryAsync(cancellation);
        foreach (var cluster in clusters.Take(2))
            await mediator.Send(new Change(new CommandContext(cluster.Id, "demo", now), new ClusterWish(new AllowNationalReading(true))), cancellation);
    }

    private static Person Of(string cluster, string id, string name, ClusterRoleKind role) =>
        new(id, cluster, name, $"{id}@example.invalid", null, null, "da", []) { Roles = [new(role)] };
}
