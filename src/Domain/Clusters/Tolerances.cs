namespace Initiatives.Domain;

/// <summary>
/// When a light is suggested. Defaults are Statens It-råd's: cost over the approved frame up to 10 % or 6 million DKK is
/// yellow, beyond it red; an end date 1 to 3 months late is yellow, later red.
/// </summary>
/// <param name="CostPercent">Percent over the frame that is still yellow.</param>
/// <param name="CostAmount">DKK over the frame that is still yellow; the narrower of the two bounds counts.</param>
/// <param name="MonthsToYellow">Months late from which the end date is yellow.</param>
/// <param name="MonthsToRed">Months late beyond which it is red.</param>
public sealed record Tolerances(decimal CostPercent, decimal CostAmount, int MonthsToYellow, int MonthsToRed)
{
    public static Tolerances Default { get; } = new(10m, 6_000_000m, 1, 3);
}
