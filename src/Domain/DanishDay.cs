namespace Initiatives.Domain;

/// <summary>A day in a Danish sentence of ours, as the pages around it write it.</summary>
internal static class DanishDay
{
    private static readonly string[] Months = ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."];

    /// <summary>"18. okt. 2026".</summary>
    public static string InDanish(this DateOnly day) => FormattableString.Invariant($"{day.Day}. {Months[day.Month - 1]} {day.Year}");
}
