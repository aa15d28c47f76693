using System.Text;
using Initiatives.Reporting.Office;

namespace Initiatives.Reporting.Material;

/// <summary>
/// File names that every system takes, Windows too: small letters a to z, digits and hyphens, one full stop before the ending. A name is
/// never a path, never one of the devices of DOS, and never so long that a folder cannot hold it.
/// </summary>
internal static class FileNames
{
    private const int Longest = 80;

    // Windows opens a device instead of a file of these names, whatever their ending.
    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { FormattableString.Invariant($"com{n}"), FormattableString.Invariant($"lpt{n}") })], StringComparer.Ordinal);

    /// <summary>"Systematisk indsats for de 2 % mest komplekse borgere" as "systematisk-indsats-for-de-2-mest-komplekse-borgere".</summary>
    public static string Stem(string text)
    {
        var stem = new StringBuilder();
        foreach (var rune in InertText.Of(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var letters = Rune.ToLowerInvariant(rune).ToString() switch
            {
                "æ" or "ä" => "ae", "ø" or "ö" => "oe", "å" => "aa", "é" or "è" => "e", "ü" => "y",
                [>= 'a' and <= 'z' or >= '0' and <= '9'] plain => plain,
                _ => "-",
            };
            if (letters != "-" || (stem.Length > 0 && stem[^1] != '-')) stem.Append(letters);
            if (stem.Length >= Longest) break;
        }
        var name = stem.ToString(0, Math.Min(stem.Length, Longest)).Trim('-');
        return name.Length == 0 ? "fil" : Devices.Contains(name) ? $"fil-{name}" : name;
    }

    /// <summary>The same with an ending, and a number where the name is taken already.</summary>
    /// <param name="taken">Every name so far; the new one is added.</param>
    public static string In(ISet<string> taken, string text, string ending)
    {
        var (stem, end) = (Stem(text), Stem(ending));
        var name = $"{stem}.{end}";
        for (var n = 2; !taken.Add(name); n++)
            name = FormattableString.Invariant($"{stem}-{n}.{end}");
        return name;
    }
}
