using System.Diagnostics;
using System.Xml.Linq;

namespace Initiatives.Reporting.Tests;

/// <summary>
/// LibreOffice, which knows nothing of us: opens our files and says in its own format what it found. One start for all files of a kind,
/// because a start takes a second and a file a tenth of one.
/// </summary>
internal static class OfficeReader
{
    public static readonly XNamespace OfficeNs = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static readonly XNamespace TextNs = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public static readonly XNamespace TableNs = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static readonly XNamespace DrawingNs = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public static readonly XNamespace SvgNs = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
    public static readonly XNamespace DublinNs = "http://purl.org/dc/elements/1.1/";

    /// <param name="format"><c>fodt</c> for Word files, <c>fods</c> for Excel.</param>
    /// <returns>What it read, by file name without its ending.</returns>
    public static async Task<IReadOnlyDictionary<string, XDocument>> ReadAsync(string folder, string ending, string format, CancellationToken cancellation)
    {
        await ConvertAsync(folder, ending, format, cancellation);
        return Directory.GetFiles(folder, $"*.{format}").ToDictionary(f => Path.GetFileNameWithoutExtension(f), XDocument.Load);
    }

    public static async Task ConvertAsync(string folder, string ending, string format, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--headless", "--norestore", "--convert-to", format, "--outdir", folder, .. Directory.GetFiles(folder, $"*.{ending}")])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        process.ExitCode.ShouldBe(0, string.Join('\n', await said));
    }
}
