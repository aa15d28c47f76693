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

    /// <summary>How a value stands to the target; null without one.</summary>
    public Reach? Stands(decimal value) => Indicator.Target is not { } target ? null
        : (Indicator.Direction == IndicatorDirection.Down ? value - target : target - value) switch
        {
            <= 0 => Reach.Reached,
            var missing when missing <= (Indicator.Tolerance ?? 0) => Reach.WithinTolerance,
            _ => Reach.NotReached,
        };

    /// <summary>How the last reading stands; null without one, or without a target.</summary>
    public Reach? Standing => Latest is { } latest ? Stands(latest.Value) : null;

    /// <summary>"mål nået", "inden for tolerancen", "ikke nået endnu" while there is time, "mål ikke nået" after that, or "ikke målt".</summary>
    public string Verdict => ChartWords.InDanish.Verdict(this);
}

/// <summary>How a reading stands to its target. What the tolerance forgives is no cause for alarm, and not the target either.</summary>
public enum Reach
{
    NotReached,
    WithinTolerance,

    /// <summary>At the target or better.</summary>
    Reached,
}
