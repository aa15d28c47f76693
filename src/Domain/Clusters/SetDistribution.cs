namespace Initiatives.Domain;

/// <summary>The minutes of one forum go to the members of these; to nobody when the list is empty.</summary>
public sealed record SetDistribution(string MinutesOf, IReadOnlyList<string> SentTo) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting)
    {
        var now = cluster.Distribution.FirstOrDefault(d => d.MinutesOf == MinutesOf)?.SentTo;
        if (cluster.Forum(MinutesOf) is not null && (now ?? []).SequenceEqual(SentTo))
            return Decision<ClusterEvent>.Nothing;

        var rules = Of(cluster);
        return rules
            .Forum(cluster, MinutesOf, "minutesOf")
            .Each(SentTo, "sentTo", (forum, path) => rules.Forum(cluster, forum, path))
            .If(SentTo.Contains(MinutesOf), ClusterRefusals.SentToItself)
            .If(SentTo.Distinct().Count() < SentTo.Count, () => InitiativeRefusals.ListedTwice("sentTo"))
            .Else(() => new DistributionSet(MinutesOf, SentTo));
    }
}
