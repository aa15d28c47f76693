using System.Globalization;
using System.Text;

namespace Initiatives.Api.Features.Secretariat;

/// <summary>An id for addresses, made from a name that people typed: "Øvrige områder" becomes <c>oevrige-omraader</c>.</summary>
internal static class SlugOf
{
    private const int Longest = 40;

    /// <param name="taken">Ids that are in use, or stand for something else in an address.</param>
    public static string Name(string name, IEnumerable<string> taken)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var id = (slug.Length > Longest ? slug.ToString(0, Longest) : slug.ToString()).Trim('-');
        // A name without a single letter that we know still gets an id; that the name is missing is the domain's to say.
        if (id.Length == 0) id = "x";
        var used = taken.ToHashSet(StringComparer.Ordinal);
        var free = id;
        for (var n = 2; used.Contains(free); n++) free = FormattableString.Invariant($"{id}-{n}");
        return free;
    }
}
