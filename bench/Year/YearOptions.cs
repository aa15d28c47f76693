using System.Globalization;
using Initiatives.Year.Cast;

namespace Initiatives.Year;

/// <param name="Faults">The node is killed twenty times, and the mail server is down for two days.</param>
/// <param name="Print">Packs are printed as PDF.</param>
/// <param name="Out">Where the year is kept to look through; null for nowhere.</param>
internal sealed record YearOptions(IReadOnlyList<Town> Towns, bool Faults, bool Print, int Seed, string? Out)
{
    /// <summary>The last day.</summary>
    public DateOnly Until { get; init; } = new(2023, 12, 31);

    private static readonly Dictionary<string, Town> Known = new(StringComparer.Ordinal) { ["midt"] = Cast.Towns.Midt, ["syd"] = Cast.Towns.Syd, ["midtklyngen"] = Cast.Towns.Midtklyngen };

    public static YearOptions All { get; } = new([.. Known.Values], Faults: false, Print: true, Seed: 2023, Out: null);

    /// <returns>Null when the words are not understood.</returns>
    public static YearOptions? Read(IReadOnlyList<string> words)
    {
        var options = All;
        for (var at = 0; at < words.Count; at++)
        {
            switch (words[at])
            {
                case "--faults":
                    options = options with { Faults = true };
                    break;
                case "--no-pdf":
                    options = options with { Print = false };
                    break;
                case "--clusters" when at + 1 < words.Count && words[at + 1].Split(',').All(Known.ContainsKey):
                    options = options with { Towns = [.. words[++at].Split(',').Select(w => Known[w])] };
                    break;
                case "--seed" when at + 1 < words.Count && int.TryParse(words[at + 1], CultureInfo.InvariantCulture, out var seed):
                    (options, at) = (options with { Seed = seed }, at + 1);
                    break;
                case "--out" when at + 1 < words.Count:
                    options = options with { Out = words[++at] };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
