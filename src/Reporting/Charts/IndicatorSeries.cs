using Initiatives.Domain;

namespace Initiatives.Reporting.Charts;

/// <summary>An indicator with all that was measured of it.</summary>
/// <param name="From">Where its time begins: the start in the terms.</param>
/// <param name="Due">When the target must be reached.</param>
/// <param name="Readings">Oldest first, one per measuring day.</param>
public sealed record IndicatorSeries(Indicator Indicator, DateOnly From, DateOnly Due, IReadOnlyList<IndicatorReading> Readings)
{
    public IndicatorReading? Latest => Readings.Count == 0 ? null : Readings[^1];

    /// <summary>How far the last reading has come from baseline to target: 0 at the baseline, 1 at the target. Null while any of the three is unknown.</summary>
    public decimal? Progress =>
        Latest is { } latest && Indicator is { Baseline: { } baseline, Target: { } target } && baseline != target
            ? (latest.Value - baseline) / (target - baseline)
            : null;

    /// <summary>Whether a value counts as the target reached: at it, better, or within the tolerance. Null without a target.</summary>
    public bool? Reaches(decimal value) => Indicator.Target is not { } target ? null
        : Indicator.Direction == IndicatorDirection.Down ? value <= target + (Indicator.Tolerance ?? 0)
        : value >= target - (Indicator.Tolerance ?? 0);

    /// <summary>"mål nået", "ikke nået endnu" while there is time, "mål ikke nået" after that, or "ikke målt".</summary>
    public string Verdict => ChartWords.InDanish.Verdict(this);
}
