using System.Text.RegularExpressions;

namespace Initiatives.Domain;

/// <summary>
/// Finds Danish personal numbers in running text, because patients must not be named in a status. A number counts when
/// its first six digits are a day that exists (replacement numbers with 60 added to the day included), so that phone
/// numbers, amounts and dates pass. Modulus 11 is not asked for: it has not held since 2007.
/// </summary>
public static partial class CprGuard
{
    public static bool FindsIn(string? text) => text is not null && Candidate().Matches(text).Any(IsPlausible);

    private static bool IsPlausible(Match match)
    {
        var day = Number(match, "day");
        var month = Number(match, "month");
        if (day > 60)
            day -= 60;
        return month is >= 1 and <= 12
            && day >= 1
            // 29 February passes in any year: two digits do not tell the century.
            && day <= DateTime.DaysInMonth(2000, month)
            && match.Groups["serial"].Value != "0000";
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    // Digits may be parted by blanks (also the hard ones that word processors put in) and by any of the dashes; with dots
    // or slashes in the day part a dash must follow, or "01.02.23 1400" would count. A currency behind it makes it an amount.
    [GeneratedRegex("""
        (?<![0-9])
        (?:
            (?<day>[0-9]{2})[\s\u00AD]?(?<month>[0-9]{2})[\s\u00AD]?[0-9]{2}\s?[-\u2010-\u2015\u2212\u00AD]?\s?(?<serial>[0-9]{4})
          | (?<day>[0-9]{2})[./\-](?<month>[0-9]{2})[./\-][0-9]{2}\s?[-\u2010-\u2015\u2212]\s?(?<serial>[0-9]{4})
        )
        (?![0-9]|[.,][0-9]|\s?(?:kr|DKK|mio|mia))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();
}
