namespace Initiatives.Domain;

/// <summary>The cluster says yes, or no, to being read by national readers.</summary>
public sealed record AllowNationalReading(bool Allowed) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting) =>
        cluster.Exists && cluster.NationalReading == Allowed
            ? Decision<ClusterEvent>.Nothing
            : Of(cluster).Else(() => new NationalReadingSet(Allowed));
}
