namespace Initiatives.Domain;

/// <summary>Monday to Friday, less <see cref="DanishHolidays"/>.</summary>
public static class WorkingDays
{
    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !DanishHolidays.Is(day);

    /// <summary>The day itself when it is a working day, otherwise the last one before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!Is(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself when it is a working day, otherwise the first one after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Is(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The working day before this day.</summary>
    public static DateOnly Previous(DateOnly day) => OnOrBefore(day.AddDays(-1));

    /// <summary>The working day after this day.</summary>
    public static DateOnly Next(DateOnly day) => OnOrAfter(day.AddDays(1));

    /// <summary>So many working days on; backwards when negative. Zero gives the day itself, also when it is none.</summary>
    public static DateOnly Add(DateOnly day, int workingDays)
    {
        for (; workingDays > 0; workingDays--)
            day = Next(day);
        for (; workingDays < 0; workingDays++)
            day = Previous(day);
        return day;
    }

    /// <summary>The first working day of the month, when the monthly dashboard is compiled.</summary>
    /// <param name="month">1 to 12.</param>
    public static DateOnly FirstOfMonth(int year, int month) => OnOrAfter(new DateOnly(year, month, 1));
}
