namespace Initiatives.Reporting.Charts;

/// <summary>
/// End date and cost as first approved, as in force and as now expected, kept apart: nothing turns green because a date was moved.
/// </summary>
/// <param name="Cost">Whole kroner and øre; null where not stated.</param>
/// <param name="Revision">The revision in force; 1 when never re-planned.</param>
/// <param name="Proposed">The third of each is what a new revision proposes, not what the owner expects.</param>
public sealed record TermsComparison(
    string Title,
    DateOnly? FirstEnd,
    DateOnly? InForceEnd,
    DateOnly? ForecastEnd,
    decimal? FirstCost,
    decimal? InForceCost,
    decimal? ForecastCost,
    int Revision,
    bool Proposed = false)
{
    /// <summary>"rettet 2 gange, +4 mdr."; null when it never was.</summary>
    public string? Replanned => ChartWords.InDanish.Replanned(this);

    /// <summary>Nothing has moved, and nothing is expected to.</summary>
    public bool IsUnchanged => Revision <= 1 && FirstEnd == InForceEnd && InForceEnd == ForecastEnd && FirstCost == InForceCost && InForceCost == ForecastCost;

    /// <summary>The three in the order they came to be.</summary>
    public IReadOnlyList<(TermsStage Stage, DateOnly? End, decimal? Cost)> Rows =>
    [
        (TermsStage.FirstApproved, FirstEnd, FirstCost),
        (TermsStage.InForce, InForceEnd, InForceCost),
        (Proposed ? TermsStage.Proposed : TermsStage.Expected, ForecastEnd, ForecastCost),
    ];
}

/// <summary>Which set of terms a row shows.</summary>
public enum TermsStage
{
    FirstApproved,
    InForce,

    /// <summary>What the owner expects now.</summary>
    Expected,

    /// <summary>What a new revision proposes.</summary>
    Proposed,
}
