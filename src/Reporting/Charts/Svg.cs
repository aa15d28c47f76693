using System.Globalization;

namespace Initiatives.Reporting.Charts;

/// <summary>Coordinates as SVG writes them: a point as decimal mark, two decimals, the same bytes everywhere.</summary>
internal static class Svg
{
    public static string At(double coordinate) => coordinate.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Where a day lies between two days, as a coordinate.</summary>
    public static double On(DateOnly day, DateOnly first, DateOnly last, double from, double to) =>
        from + ((to - from) * (day.DayNumber - first.DayNumber) / Math.Max(1, last.DayNumber - first.DayNumber));

    /// <summary>The first days of months between two days, at most <paramref name="most"/> of them, evenly apart.</summary>
    public static IEnumerable<DateOnly> Months(DateOnly first, DateOnly last, int most)
    {
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month;
        var step = new[] { 1, 2, 3, 6, 12, 24, 60, 120 }.First(s => months / s < most || s == 120);
        var start = new DateOnly(first.Year, 1, 1);
        for (var month = start; month <= last; month = month.AddMonths(step))
        {
            if (month >= first)
                yield return month;
        }
    }

    /// <summary>A value axis around what must be seen on it, with three to six round steps (1, 2 or 5 times a power of ten).</summary>
    public static (double Low, double High, double Step) Axis(double least, double most)
    {
        var span = most > least ? most - least : Math.Max(1, Math.Abs(most));
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / 3)));
        var step = power * new[] { 1d, 2, 5, 10 }.First(s => span / (power * s) <= 5);
        // One step of air above; none below zero for what is never negative.
        var low = Math.Floor(least / step) * step;
        var high = (Math.Floor(most / step) + 1) * step;
        return (least >= 0 ? Math.Max(0, low == least ? low - step : low) : low, high, step);
    }
}
