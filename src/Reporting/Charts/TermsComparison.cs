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
    public string? Replanned => Revision <= 1 ? null
        : $"rettet {Danish.Count(Revision - 1, "gang", "gange")}{(FirstEnd is { } first && InForceEnd is { } now ? $", {Danish.TimeChange(first, now)}" : "")}";

    /// <summary>Nothing has moved, and nothing is expected to.</summary>
    public bool IsUnchanged => Revision <= 1 && FirstEnd == InForceEnd && InForceEnd == ForecastEnd && FirstCost == InForceCost && InForceCost == ForecastCost;

    /// <summary>The three in the order they came to be, with their names.</summary>
    public IReadOnlyList<(string Name, DateOnly? End, decimal? Cost)> Rows =>
        [("Først godkendt", FirstEnd, FirstCost), ("I kraft", InForceEnd, InForceCost), (Proposed ? "Foreslået" : "Forventet nu", ForecastEnd, ForecastCost)];
}
