using System.Globalization;

namespace Initiatives.Year.Expected;

/// <summary>
/// Danish days and hours as the rules of the project have them (rounds open 21 days before a meeting, and so on), worked out here from a
/// printed calendar and the EU's rule for summer time: nothing of it is asked of the service, whose answers it is held against.
/// </summary>
internal static class Almanac
{
    private const int OpensBefore = 21, DueBefore = 10, RemindsBefore = 3, PackBefore = 7, Hour = 6;

    // Public holidays of three years as the state's calendar prints them, with 5 June, 24 and 31 December, when offices are closed.
    private static readonly HashSet<DateOnly> Closed =
    [
        .. Days(2022, "01-01 04-14 04-15 04-17 04-18 05-13 05-26 06-05 06-06 12-24 12-25 12-26 12-31"),
        .. Days(2023, "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 06-05 12-24 12-25 12-26 12-31"),
        .. Days(2024, "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 06-05 12-24 12-25 12-26 12-31"),
    ];

    private static readonly string[] Weekdays = ["søn.", "man.", "tirs.", "ons.", "tors.", "fre.", "lør."];

    private static readonly string[] Months = ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."];

    /// <summary>The days of one meeting's round, and of its packs.</summary>
    public sealed record RoundDays(DateOnly Opens, DateOnly Reminder, DateOnly Due, DateOnly Pack);

    public static RoundDays Of(DateOnly meeting)
    {
        var pack = OnOrBefore(meeting.AddDays(-PackBefore));
        var due = OnOrBefore(Min(meeting.AddDays(-DueBefore), pack.AddDays(-1)));
        var reminder = Before(due, RemindsBefore);
        return new(Min(meeting.AddDays(-OpensBefore), Before(reminder, 1)), reminder, due, pack);
    }

    /// <summary>At six in the morning, when what is due on a day is done.</summary>
    public static DateTimeOffset Morning(DateOnly day) => At(day, Hour);

    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        var winter = new DateTimeOffset(local, TimeSpan.FromHours(1));
        return (IsSummer(winter) ? winter.AddHours(-1) : winter).ToUniversalTime();
    }

    public static DateTime Local(DateTimeOffset instant) => instant.UtcDateTime.AddHours(IsSummer(instant) ? 2 : 1);

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    public static DateOnly FirstWorkingDay(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        while (!IsWorking(day))
            day = day.AddDays(1);
        return day;
    }

    public static DateOnly After(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; left -= IsWorking(day) ? 1 : 0)
            day = day.AddDays(1);
        return day;
    }

    /// <summary>"fre. 18. aug."</summary>
    public static string Weekday(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Weekdays[(int)day.DayOfWeek]} {day.Day}. {Months[day.Month - 1]}");

    private static DateOnly Before(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; left -= IsWorking(day) ? 1 : 0)
            day = day.AddDays(-1);
        return day;
    }

    private static DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day))
            day = day.AddDays(-1);
        return day;
    }

    private static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Closed.Contains(day);

    /// <summary>Directive 2000/84/EC: from 1 o'clock UTC on the last Sunday of March to the same of October.</summary>
    private static bool IsSummer(DateTimeOffset instant)
    {
        var year = instant.UtcDateTime.Year;
        return LastSunday(year, 3) <= instant && instant < LastSunday(year, 10);
    }

    private static DateTimeOffset LastSunday(int year, int month)
    {
        var last = new DateTimeOffset(year, month, 31, 1, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static IEnumerable<DateOnly> Days(int year, string days) =>
        days.Split(' ').Select(d => DateOnly.ParseExact($"{year}-{d}", "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
