using System.Globalization;
using System.Text;

namespace Initiatives.Reporting.Packs;

/// <summary>The style sheet and fonts that every pack carries in itself. Read once: they are the same for all packs.</summary>
internal static class PackStyle
{
    /// <summary>Fonts, charts and pack, in that order.</summary>
    public static string Css { get; } = Font(400) + Font(600) + Resource("charts.css") + Resource("pack.css");

    /// <summary>The line that runs along the foot of every page, with "Side x af y".</summary>
    public static string Footer(string text) =>
        $$"""@page { @bottom-left { content: "{{Escape(text)}}"; } @bottom-right { content: "Side " counter(page) " af " counter(pages); } }""";

    // Every character that is not a plain letter, digit or space becomes a CSS escape, which the space ends: the text holds names that people typed.
    private static string Escape(string text)
    {
        var css = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == ' ' || (rune.IsAscii && Rune.IsLetterOrDigit(rune)))
                css.Append(rune);
            else
                css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
        }

        return css.ToString();
    }

    private static string Font(int weight) =>
        $$"""@font-face{font-family:"IBM Plex Sans";font-weight:{{weight}};src:url(data:font/woff2;base64,{{Convert.ToBase64String(Bytes($"IBMPlexSans-{weight}.woff2"))}}) format("woff2")}""";

    private static string Resource(string name) => Encoding.UTF8.GetString(Bytes(name));

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(PackStyle).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
