namespace Initiatives.Domain;

/// <summary>A cluster begins: a tenant of its own.</summary>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record RegisterCluster(
    string Id,
    string Name,
    string? Region = null,
    string Language = "da",
    string TimeZone = "Europe/Copenhagen",
    bool ExampleData = false) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting)
    {
        if (cluster.Exists)
            return IsThis(cluster) ? Decision<ClusterEvent>.Nothing : ClusterRefusals.AlreadyRegistered(cluster.Id);

        return new Rules<ClusterEvent>()
            .Slug(Id, "id")
            .Text(Name, "name", ("klyngens navn", "the cluster's name"), BrokenRules.LongestTitle)
            .Note(Region, "region", BrokenRules.LongestTitle)
            .If(Language is not ("da" or "en"), ClusterRefusals.LanguageUnknown)
            .If(!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _), () => ClusterRefusals.TimeZoneUnknown(TimeZone))
            .Else(() => new ClusterRegistered(Id, Name, Region, Language, TimeZone, ExampleData));
    }

    private bool IsThis(Cluster c) =>
        (c.Id, c.Name, c.Region, c.Language, c.TimeZone, c.ExampleData) == (Id, Name, Region, Language, TimeZone, ExampleData);
}
