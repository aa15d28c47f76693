namespace Initiatives.Reporting.Tests;

/// <summary>What a test says of a document: never the whole of it, it carries 150 kB of fonts.</summary>
internal static class Document
{
    /// <summary>Where two documents part, with a little of each; null when they are the same.</summary>
    public static string? FirstDifference(string actual, string expected)
    {
        if (string.Equals(actual, expected, StringComparison.Ordinal))
            return null;
        var at = actual.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"at {at}: …{Around(actual, at)}… instead of …{Around(expected, at)}…";
    }

    /// <summary>The document without its style sheets.</summary>
    public static string WithoutStyle(string html)
    {
        var from = html.IndexOf("<style>", StringComparison.Ordinal);
        var to = html.IndexOf("</style>", from, StringComparison.Ordinal);
        return html[..from] + html[to..];
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];
}
