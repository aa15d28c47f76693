using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>
/// The numbers of the dashboard (direktøroverblik) to the forum that decides escalations: the whole plan on one page, then a page for
/// each decision wanted. A pure function of the record and the occasion.
/// </summary>
/// <param name="Trend">How the lights moved since the forum itself last met, as a sentence.</param>
/// <param name="Total">Economy of all initiatives whose terms are in force and stated.</param>
/// <param name="Moved">The terms that have moved from the first approved, or are expected to.</param>
/// <param name="Indicators">All indicators, those that miss their target first.</param>
/// <param name="Escalations">Each with the case behind it, longest waiting first.</param>
public sealed record DirectorsOverview(
    PackHead Head,
    string? ManagingForum,
    IReadOnlyList<Recommendation> Recommendations,
    IReadOnlyList<(BoardState State, int Count)> Counts,
    LightMatrix Matrix,
    IReadOnlyList<LightsAtMeeting> Lights,
    string Trend,
    EconomyTotal Total,
    IReadOnlyList<MovedTerms> Moved,
    IReadOnlyList<IndicatorLine> Indicators,
    IReadOnlyList<(EscalationLine Escalation, DeviationCase Case)> Escalations,
    IReadOnlyList<ConfirmationCase> Confirmations) : IPack
{
    /// <summary>Its name in addresses, commands and the log.</summary>
    public const string Kind = "direktoeroverblik";

    /// <summary>Compiles the numbers. Reads no clock: days are counted from the occasion's own.</summary>
    public static DirectorsOverview Of(ClusterRecord record, PackOccasion occasion)
    {
        var material = new PackMaterial(record, occasion);
        var escalations = (
            from @case in DeviationCase.All(material)
            from escalation in @case.Escalations
            where escalation.IsOpen && escalation.AtForum == occasion.Forum
            orderby escalation.Raised, escalation.Initiative
            select (escalation, @case)).ToList();
        var confirmations = ConfirmationCase.All(material);
        var initiatives = material.Rows.Select(material.Initiative).ToList();
        return new(
            material.Head("Direktøroverblik"),
            material.Managing?.Name,
            Recommendation.ToDecidingForum([.. escalations.Select(e => e.escalation)], confirmations),
            DeviationPack.CountsOf(material),
            material.Matrix(),
            material.Lights(),
            TrendOf(material),
            EconomyTotal.Sum(initiatives),
            MovedTerms.All(initiatives),
            IndicatorLine.All(initiatives),
            escalations,
            confirmations);
    }

    private static string TrendOf(PackMaterial material)
    {
        var forum = material.Name(material.Occasion.Forum);
        if (material.LastMet is not { } last)
            return $"{forum} har ikke holdt møde før, så der er intet at sammenligne med.";
        var changes = (from row in material.Rows let then = material.StateOn(row, last) where then is { } was && IsLight(was) select (Row: row, Then: then.Value, Now: row.Now.State)).ToList();
        var worse = changes.Where(c => IsLight(c.Now) && BoardView.Severity(c.Now) < BoardView.Severity(c.Then)).Select(c => Number(c.Row)).ToList();
        var better = changes.Where(c => c.Now is BoardState.Green or BoardState.Yellow or BoardState.Closed && BoardView.Severity(c.Now) > BoardView.Severity(c.Then)).Select(c => Number(c.Row)).ToList();
        return $"Siden {Danish.Owning(forum)} møde {Danish.Date(last)}: {Told(worse, "værre")}; {Told(better, "bedre")}.";
    }

    // What starts, is resumed or paused has gone neither way.
    private static bool IsLight(BoardState state) => state is BoardState.Red or BoardState.Yellow or BoardState.Green or BoardState.Missing;

    private static string Told(List<string> numbers, string how) => numbers.Count == 0 ? $"ingen er blevet {how}" : $"indsats {Danish.List(numbers)} er blevet {how}";

    private static string Number(BoardRow row) => FormattableString.Invariant($"{row.Card.Number}");
}

/// <summary>Sums of first approved, in force and expected cost, over the initiatives that state all three.</summary>
/// <param name="Counted">How many do.</param>
/// <param name="WithTerms">How many have terms in force.</param>
public sealed record EconomyTotal(decimal First, decimal InForce, decimal Forecast, int Counted, int WithTerms)
{
    internal static EconomyTotal Sum(IReadOnlyList<InitiativeRecord> initiatives)
    {
        var terms = initiatives.Select(PackMaterial.Terms).OfType<TermsComparison>().ToList();
        var stated = terms.Where(t => t is { FirstCost: not null, InForceCost: not null, ForecastCost: not null }).ToList();
        return new(stated.Sum(t => t.FirstCost ?? 0), stated.Sum(t => t.InForceCost ?? 0), stated.Sum(t => t.ForecastCost ?? 0), stated.Count, terms.Count);
    }
}

/// <summary>Terms that have moved, or are expected to.</summary>
public sealed record MovedTerms(int Number, string Title, TermsComparison Terms)
{
    internal static IReadOnlyList<MovedTerms> All(IReadOnlyList<InitiativeRecord> initiatives) =>
    [
        .. from initiative in initiatives
           let terms = PackMaterial.Terms(initiative)
           where terms is not null && (terms.FirstEnd != terms.ForecastEnd || terms.FirstCost != terms.ForecastCost || terms.FirstEnd != terms.InForceEnd || terms.FirstCost != terms.InForceCost)
           select new MovedTerms(initiative.Card.Number, initiative.Card.Title, terms),
    ];
}

/// <summary>One indicator of one initiative.</summary>
public sealed record IndicatorLine(int Number, string Title, IndicatorSeries Series)
{
    internal static IReadOnlyList<IndicatorLine> All(IReadOnlyList<InitiativeRecord> initiatives) =>
    [
        .. initiatives
            .SelectMany(i => PackMaterial.Indicators(i).Select(s => new IndicatorLine(i.Card.Number, i.Card.Title, s)))
            .OrderBy(l => l.Series switch
            {
                { Standing: Reach.Reached } => 3,
                { Standing: Reach.WithinTolerance } => 2,
                { Latest: null } => 1,
                _ => 0,
            })
            .ThenBy(l => l.Number),
    ];
}
