using System.Globalization;

namespace Initiatives.Reporting;

/// <summary>
/// What <see cref="Danish"/> writes, for readers of English: the same amounts and days, in words of our own. Amounts stay in
/// kroner and days come before months: it is a Danish authority that is read.
/// </summary>
public static class English
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private static readonly string[] FullMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "−" };

    public const string NotStated = "not stated";

    /// <summary>"Mon 30 Oct 2023".</summary>
    public static string LongDate(DateOnly day) => $"{Days[(int)day.DayOfWeek]} {Date(day)}";

    /// <summary>"Mon 30 Oct 2023, 15:00", without the hour while it is not known.</summary>
    public static string LongDate(DateOnly day, TimeOnly? time) => time is { } hour ? $"{LongDate(day)}, {Clock(hour)}" : LongDate(day);

    /// <summary>"30 Oct 2023".</summary>
    public static string Date(DateOnly day) => FormattableString.Invariant($"{DayAndMonth(day)} {day.Year}");

    /// <summary>"30 Oct 2023", or "not stated".</summary>
    public static string Date(DateOnly? day) => day is { } known ? Date(known) : NotStated;

    /// <summary>"30 Oct".</summary>
    public static string DayAndMonth(DateOnly day) => FormattableString.Invariant($"{day.Day} {Months[day.Month - 1]}");

    /// <summary>"Fri 20 Oct": a day so near that the year is in no doubt.</summary>
    public static string Weekday(DateOnly day) => $"{Days[(int)day.DayOfWeek]} {DayAndMonth(day)}";

    /// <summary>"30 Oct 23": the tick of a narrow axis.</summary>
    public static string ShortDate(DateOnly day) => FormattableString.Invariant($"{DayAndMonth(day)} {day.Year % 100:00}");

    /// <summary>"Oct 23".</summary>
    public static string MonthTick(DateOnly day) => FormattableString.Invariant($"{Months[day.Month - 1]} {day.Year % 100:00}");

    /// <summary>"October 2023".</summary>
    public static string Month(DateOnly day) => FormattableString.Invariant($"{FullMonths[day.Month - 1]} {day.Year}");

    /// <summary>"15:00".</summary>
    public static string Clock(TimeOnly time) => FormattableString.Invariant($"{time.Hour:00}:{time.Minute:00}");

    /// <summary>"Mon 30 Oct 2023, 15:00" in the given time zone.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return LongDate(DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
    }

    /// <summary>"DKK 1,250,000"; øre only when there are any.</summary>
    public static string Money(decimal kroner) => $"{(kroner < 0 ? "−" : "")}DKK {Math.Abs(kroner).ToString(kroner == decimal.Truncate(kroner) ? "N0" : "N2", Numbers)}";

    /// <summary>"+DKK 150,000" or "−DKK 20,000"; "unchanged" for nothing.</summary>
    public static string MoneyChange(decimal kroner) => kroner == 0 ? "unchanged" : (kroner > 0 ? "+" : "") + Money(kroner);

    /// <summary>"3.8": as many decimals as the number has, four at most.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.####", Numbers);

    /// <summary>"+4 months", "−1 month"; under a month in days: "+12 days"; "unchanged" for nothing.</summary>
    public static string TimeChange(DateOnly from, DateOnly to)
    {
        if (from == to)
            return "unchanged";
        var (early, late) = to > from ? (from, to) : (to, from);
        var months = Danish.MonthsBetween(early, late);
        return (to > from ? "+" : "−")
            + (months == 0 ? Danish.Count(late.DayNumber - early.DayNumber, "day", "days") : Danish.Count(months, "month", "months"));
    }

    /// <summary>"3", "3 and 7", "3, 7 and 10".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
}
