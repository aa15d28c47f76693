namespace Initiatives.Domain;

/// <summary>An organisation takes part in the cluster, or has another name or kind.</summary>
/// <param name="Kind">e.g. <c>region</c>, <c>municipality</c>, <c>hospital</c>.</param>
public sealed record RecordOrganisation(string Id, string Name, string Kind) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting) =>
        cluster.Organisations.Contains(new Organisation(Id, Name, Kind))
            ? Decision<ClusterEvent>.Nothing
            : Of(cluster)
                .Slug(Id, "id")
                .Text(Name, "name", ("organisationens navn", "the organisation's name"), BrokenRules.LongestTitle)
                .Slug(Kind, "kind")
                .Else(() => new OrganisationRecorded(Id, Name, Kind));
}
