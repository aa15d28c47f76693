using System.Globalization;
using System.Text.RegularExpressions;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>
/// Reads what people type. Danish first: a full stop parts thousands and a comma parts decimals, so "1.250" is one thousand two
/// hundred and fifty. What could mean two things is not guessed at.
/// </summary>
public static partial class Typed
{
    // What a date field sends, and what people write where the browser has none.
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d. M. yyyy"];

    /// <summary>Null when it is no day.</summary>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Kroner, with or without "kr." Null when it is no amount: nor is one with more decimals than øre, which is how thousands are parted in English.</summary>
    public static decimal? Money(string text) => Number(Currency().Replace(text, "")) is { } amount && !Thousandths().IsMatch(text) ? amount : null;

    /// <summary>Null when it is no number. A single full stop with other than three digits behind it is a decimal point: "3.8".</summary>
    public static decimal? Number(string text)
    {
        var digits = Blanks().Replace(text, "").Replace('−', '-');
        var plain =
            Danish().IsMatch(digits) ? digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : Pointed().IsMatch(digits) ? digits
            : null;
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A number as a field holds it before anything is typed: Danish in both languages, because that is how it is read back.</summary>
    public static string Written(decimal? number) => number is { } known ? Wording.InDanish.Number(known) : "";

    [GeneratedRegex(@"\s*(kr\.?|kroner|DKK)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    [GeneratedRegex(",[0-9]{3}")]
    private static partial Regex Thousandths();

    [GeneratedRegex(@"[\s\u00A0\u202F]")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^-?([0-9]{1,15}|[0-9]{1,3}(\.[0-9]{3}){1,4})(,[0-9]{1,6})?$")]
    private static partial Regex Danish();

    [GeneratedRegex(@"^-?[0-9]{1,15}\.([0-9]{1,2}|[0-9]{4,6})$")]
    private static partial Regex Pointed();
}
