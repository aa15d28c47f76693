namespace Initiatives.Domain;

/// <summary>When a light is suggested, from the next status on: posted ones keep the suggestion they got.</summary>
public sealed record SetTolerances(Tolerances Tolerances) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting) =>
        cluster.Exists && cluster.Tolerances == Tolerances
            ? Decision<ClusterEvent>.Nothing
            : Of(cluster)
                .If(
                    Tolerances is { CostPercent: < 0 } or { CostAmount: < 0 } or { MonthsToYellow: < 0 } || Tolerances.MonthsToRed < Tolerances.MonthsToYellow,
                    ClusterRefusals.TolerancesOutOfOrder)
                .Else(() => new TolerancesSet(Tolerances));
}
