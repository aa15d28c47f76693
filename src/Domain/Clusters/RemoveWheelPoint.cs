namespace Initiatives.Domain;

/// <summary>A point no longer comes back. Where a meeting has taken it up, it stays on that meeting's agenda and in its minutes.</summary>
public sealed record RemoveWheelPoint(string Id) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting) =>
        cluster.Exists && cluster.Wheel.All(p => p.Id != Id)
            ? Decision<ClusterEvent>.Nothing
            : Of(cluster).Else(() => new WheelPointRemoved(Id, cluster.Wheel.First(p => p.Id == Id).Title));
}
