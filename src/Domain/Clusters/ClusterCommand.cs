namespace Initiatives.Domain;

/// <summary>Something the secretariat wants of the cluster's own configuration. Decides like <see cref="InitiativeCommand"/>.</summary>
public abstract record ClusterCommand
{
    /// <summary>The facts that follow, or why not.</summary>
    /// <param name="cluster">The stream's own state; the setting's copy may be older.</param>
    public abstract Decision<ClusterEvent> Decide(Cluster cluster, Setting setting);

    /// <summary>Rules for a cluster that is registered.</summary>
    private protected static Rules<ClusterEvent> Of(Cluster cluster) => new Rules<ClusterEvent>().If(!cluster.Exists, ClusterRefusals.NotRegistered);
}
