namespace Initiatives.Domain;

/// <summary>
/// The days on which nobody in a Danish public office can be expected to read a reminder or meet a deadline.
/// The holidays are the national church's (helligdagsforordningen of 1770), movable ones counted from Easter Sunday.
/// Store bededag was one of them until 2023 (abolished from 1 January 2024, lov nr. 214 af 6. marts 2023).
/// Grundlovsdag (5 June) and 24 and 31 December are no holidays by law, yet shops (lukkeloven) and banks keep closed
/// on all or part of them and public offices do not answer: here they are non-working days, so that a deadline falls before them.
/// </summary>
public static class DanishHolidays
{
    private const int LastStoreBededag = 2023;

    /// <summary>True for a holiday and for the three closed days, whatever the day of the week.</summary>
    public static bool Is(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (6, 5) or (12, 24) or (12, 25) or (12, 26) or (12, 31) || IsMovable(day);

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (year % 100 / 4)) - epact - (year % 4)) % 7;
        var early = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var count = epact + toSunday - (7 * early) + 114;
        return new DateOnly(year, count / 31, (count % 31) + 1);
    }

    private static bool IsMovable(DateOnly day)
    {
        // Skærtorsdag falls on 19 March at the earliest, 2. pinsedag on 14 June at the latest.
        if (day.Month is < 3 or > 6)
            return false;

        return (day.DayNumber - EasterSunday(day.Year).DayNumber) switch
        {
            -3 or -2 or 0 or 1 => true, // skærtorsdag, langfredag, påskedag, 2. påskedag
            26 => day.Year <= LastStoreBededag,
            39 => true, // Kristi himmelfartsdag
            49 or 50 => true, // pinsedag, 2. pinsedag
            _ => false,
        };
    }
}
