using System.Globalization;

namespace Initiatives.Reporting;

/// <summary>
/// Danish dates, times, money and numbers as they stand on pages and in packs. The words are our own, not the machine's:
/// ICU differs from one machine to the next, and a pack must have the same bytes on all of them.
/// </summary>
public static class Danish
{
    private static readonly string[] Days = ["søn.", "man.", "tirs.", "ons.", "tors.", "fre.", "lør."];
    private static readonly string[] Months = ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."];

    private static readonly string[] FullMonths =
        ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        // A true minus sign: a hyphen is lost at a line break and read aloud as nothing.
        NegativeSign = "−",
    };

    /// <summary>What stands where an imported history does not say.</summary>
    public const string NotStated = "ikke oplyst";

    /// <summary>"man. 30. okt. 2023".</summary>
    public static string LongDate(DateOnly day) => $"{Days[(int)day.DayOfWeek]} {Date(day)}";

    /// <summary>"30. okt. 2023".</summary>
    public static string Date(DateOnly day) => FormattableString.Invariant($"{day.Day}. {Months[day.Month - 1]} {day.Year}");

    /// <summary>"anden": of what is counted on few hands.</summary>
    public static string Ordinal(int number) => number switch
    {
        1 => "første",
        2 => "anden",
        3 => "tredje",
        4 => "fjerde",
        5 => "femte",
        _ => FormattableString.Invariant($"{number}."),
    };

    /// <summary>"30. okt. 2023", or "ikke oplyst".</summary>
    public static string Date(DateOnly? day) => day is { } known ? Date(known) : NotStated;

    /// <summary>"30. okt.": where the year stands beside it.</summary>
    public static string DayAndMonth(DateOnly day) => FormattableString.Invariant($"{day.Day}. {Months[day.Month - 1]}");

    /// <summary>"fre. 20. okt.": a day so near that the year is in no doubt.</summary>
    public static string Weekday(DateOnly day) => $"{Days[(int)day.DayOfWeek]} {DayAndMonth(day)}";

    /// <summary>"30. okt. 23": the head of a narrow column.</summary>
    public static string ShortDate(DateOnly day) => FormattableString.Invariant($"{DayAndMonth(day)} {day.Year % 100:00}");

    /// <summary>"okt. 23": the ticks of a time axis.</summary>
    public static string MonthTick(DateOnly day) => FormattableString.Invariant($"{Months[day.Month - 1]} {day.Year % 100:00}");

    /// <summary>"oktober 2023".</summary>
    public static string Month(DateOnly day) => FormattableString.Invariant($"{FullMonths[day.Month - 1]} {day.Year}");

    /// <summary>"15.00".</summary>
    public static string Clock(TimeOnly time) => FormattableString.Invariant($"{time.Hour:00}.{time.Minute:00}");

    /// <summary>"man. 30. okt. 2023 kl. 15.00", without the hour while it is not known.</summary>
    public static string LongDate(DateOnly day, TimeOnly? time) => time is { } hour ? $"{LongDate(day)} kl. {Clock(hour)}" : LongDate(day);

    /// <summary>"man. 30. okt. 2023 kl. 15.00" in the given time zone.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return LongDate(DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
    }

    /// <summary>"1.250.000 kr."; øre only when there are any.</summary>
    public static string Money(decimal kroner) =>
        kroner.ToString(kroner == decimal.Truncate(kroner) ? "N0" : "N2", Numbers) + " kr.";

    /// <summary>"1.250.000 kr.", or "ikke oplyst".</summary>
    public static string Money(decimal? kroner) => kroner is { } known ? Money(known) : NotStated;

    /// <summary>"+150.000 kr." or "−20.000 kr."; "uændret" for nothing.</summary>
    public static string MoneyChange(decimal kroner) => kroner == 0 ? "uændret" : (kroner > 0 ? "+" : "") + Money(kroner);

    /// <summary>"3,8": as many decimals as the number has, four at most.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.####", Numbers);

    /// <summary>"3,8", or "ikke oplyst".</summary>
    public static string Number(decimal? number) => number is { } known ? Number(known) : NotStated;

    /// <summary>"38 pct.", "12 dage"; a count is the number alone: nobody says "31 antal".</summary>
    /// <param name="unit">As the cluster wrote it, in its own language.</param>
    public static string Measured(decimal? number, string unit) => Measured(Number(number), number, unit);

    internal static string Measured(string written, decimal? number, string unit) => number is null || IsCount(unit) ? written : $"{written} {unit}";

    internal static bool IsCount(string unit) => unit.Trim().Equals("antal", StringComparison.OrdinalIgnoreCase);

    /// <summary>"+4 mdr.", "−1 md."; under a month in days: "+12 dage"; "uændret" for nothing.</summary>
    public static string TimeChange(DateOnly from, DateOnly to)
    {
        if (from == to)
            return "uændret";
        var sign = to > from ? "+" : "−";
        var (early, late) = to > from ? (from, to) : (to, from);
        var months = MonthsBetween(early, late);
        return months == 0
            ? sign + Count(late.DayNumber - early.DayNumber, "dag", "dage")
            : sign + Count(months, "md.", "mdr.");
    }

    /// <summary>"1 dag", "12 dage".</summary>
    public static string Count(int number, string one, string many) =>
        FormattableString.Invariant($"{number} ") + (number == 1 ? one : many);

    /// <summary>"Direktørforums", "Sundhedshus'".</summary>
    public static string Owning(string name) => name.Length > 0 && name[^1] is 's' or 'x' or 'z' ? name + "'" : name + "s";

    /// <summary>As a sentence or a cell of a table begins.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>"indsats 3", "indsats 3 og 7", "indsats 3, 7 og 10".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} og {words[^1]}",
    };

    // Whole months; the last day of a month counts as the last day of any month.
    internal static int MonthsBetween(DateOnly early, DateOnly late)
    {
        var months = ((late.Year - early.Year) * 12) + late.Month - early.Month;
        return early.AddMonths(months) > late ? months - 1 : months;
    }
}
