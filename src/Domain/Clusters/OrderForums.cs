namespace Initiatives.Domain;

/// <summary>
/// The forums are put in another order, which is the order of approval. What has begun its way through the chain ends it in the
/// order it began in: until then the order of those who approve stays.
/// </summary>
/// <param name="Forums">The ids of all of them, the lowest first.</param>
/// <param name="UnderWay">
/// Numbers of initiatives with a confirmation or a claim of delivery before the chain. Facts of other streams, so read at the edge.
/// </param>
public sealed record OrderForums(IReadOnlyList<string> Forums, IReadOnlyList<int> UnderWay) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting)
    {
        if (cluster.Exists && cluster.Forums.Select(f => f.Id).SequenceEqual(Forums))
            return Decision<ClusterEvent>.Nothing;
        var fact = new ForumsOrdered(Forums);
        var rules = Of(cluster);
        return rules
            .Each(Forums, "forums", (forum, path) => rules.Forum(cluster, forum, path))
            .If(Forums.Distinct().Count() < Forums.Count, () => InitiativeRefusals.ListedTwice("forums"))
            .If(cluster.Forums.Any(f => !Forums.Contains(f.Id)), ClusterRefusals.ForumLeftOut)
            .If(UnderWay.Count > 0 && !SameChain(cluster, Cluster.Evolve(cluster, fact)), () => ClusterRefusals.ChainInUse(UnderWay))
            .Else(() => fact);
    }

    private static bool SameChain(Cluster before, Cluster after) =>
        before.ApprovalChain.Select(f => f.Id).SequenceEqual(after.ApprovalChain.Select(f => f.Id));
}
