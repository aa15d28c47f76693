namespace Initiatives.Domain;

public sealed record RenameCluster(string Name, string? Region) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting) =>
        cluster.Exists && cluster.Name == Name && cluster.Region == Region
            ? Decision<ClusterEvent>.Nothing
            : Of(cluster)
                .Text(Name, "name", ("klyngens navn", "the cluster's name"), BrokenRules.LongestTitle)
                .Note(Region, "region", BrokenRules.LongestTitle)
                .Else(() => new ClusterRenamed(Name, Region));
}
