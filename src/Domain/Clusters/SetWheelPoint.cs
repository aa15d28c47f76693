namespace Initiatives.Domain;

/// <summary>A point of the yearly wheel is added, or changed from now on.</summary>
/// <param name="Months">1 to 12, when it comes by months; none otherwise.</param>
public sealed record SetWheelPoint(
    string Id,
    string Title,
    string Forum,
    WheelTime Time,
    IReadOnlyList<int> Months,
    string Recommendation,
    string? Note = null) : ClusterCommand
{
    private const int MonthsOfTheYear = 12;

    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting)
    {
        var known = cluster.Wheel.FirstOrDefault(p => p.Id == Id);
        var point = new WheelPoint(Id, Title, Forum, Time, [.. Months.Order()], Recommendation, Note, setting.Today);
        if (known is not null && known.Says(point))
            return Decision<ClusterEvent>.Nothing;

        return Of(cluster)
            .Slug(Id, "id")
            .Text(Title, "title", ("punktets titel", "the point's title"), BrokenRules.LongestTitle)
            .Forum(cluster, Forum)
            .If(!Enum.IsDefined(Time), () => InitiativeRefusals.ValueUnknown("time"))
            .If((Time is WheelTime.Months) != Months.Count > 0 || Months.Any(m => m is < 1 or > MonthsOfTheYear), ClusterRefusals.WheelTimeUnclear)
            .If(Months.Distinct().Count() < Months.Count, () => InitiativeRefusals.ListedTwice("months"))
            .Text(Recommendation, "recommendation", ("indstillingen", "the recommendation"))
            .Note(Note, "note")
            // Other words change nothing about when it comes.
            .Else(() => new WheelPointSet(known is not null && known.ComesAs(point) ? point with { Since = known.Since } : point));
    }
}
