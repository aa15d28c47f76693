namespace Initiatives.Domain;

/// <summary>
/// A whole chain at once, because its forums name each other: the lowest comes first (that is the order of approval) and
/// escalates to one that comes after it. Forums not named stay as they are.
/// </summary>
public sealed record ConfigureForums(IReadOnlyList<ConfigureForum> Forums) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting)
    {
        // Rules that look across the chain look at it as it would become.
        var after = Forums.Aggregate(cluster, (c, f) => Cluster.Evolve(c, f.Fact()));
        var rules = Of(cluster);
        return rules
            .If(Forums.DistinctBy(f => f.Id).Count() < Forums.Count, () => InitiativeRefusals.ListedTwice("forums"))
            .Each(Forums, "forums", (forum, path) => forum.Ask(rules, after, Forums.Count == 1 ? "" : path + "."))
            .Else(() => [.. Forums.Where(f => !f.IsIn(cluster)).Select(f => f.Fact())]);
    }
}
