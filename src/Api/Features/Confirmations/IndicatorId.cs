using System.Text;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>An id for a new indicator, from its name: people never see it, but it stands in the record for ever.</summary>
internal static class IndicatorId
{
    // Leaves room for a number behind it, within what an id may have.
    private const int Longest = 60;

    /// <param name="taken">Ids that the other indicators have; the new one is added.</param>
    public static string For(string name, ISet<string> taken)
    {
        var letters = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            var plain = c switch { 'æ' => "ae", 'ø' => "oe", 'å' => "aa", _ when char.IsAsciiLetterOrDigit(c) => c.ToString(), _ => "-" };
            if (plain == "-" && (letters.Length == 0 || letters[^1] == '-')) continue;
            letters.Append(plain);
            if (letters.Length >= Longest) break;
        }
        var id = letters.ToString().Trim('-') is { Length: > 0 } made ? made : "indikator";
        for (var number = 1; ; number++)
        {
            var tried = number == 1 ? id : FormattableString.Invariant($"{id}-{number}");
            if (taken.Add(tried)) return tried;
        }
    }
}
