namespace Initiatives.Api.CommandLine;

/// <summary>The language the command line answers in: <c>--language da|en</c>, otherwise that of the terminal.</summary>
internal static class Language
{
    public const string OptionName = "--language";
    private const string Danish = "da";
    private const string English = "en";

    public static string Of(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] == OptionName && at + 1 < words.Count)
            {
                return Known(words[at + 1]);
            }
            if (words[at].StartsWith(OptionName + "=", StringComparison.Ordinal))
            {
                return Known(words[at][(OptionName.Length + 1)..]);
            }
        }
        // POSIX: the first of these that is set decides.
        return Known(new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => value is { Length: > 0 }));
    }

    private static string Known(string? name) => name?.StartsWith(Danish, StringComparison.OrdinalIgnoreCase) == true ? Danish : English;
}
