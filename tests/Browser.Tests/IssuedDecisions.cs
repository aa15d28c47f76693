using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Support;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>The decisions of a meeting as they were issued: read on the screen, and on paper.</summary>
internal sealed partial record IssuedDecisions(string Screen, string Paper)
{
    /// <summary>Waits until they are issued and printed, which the service does by itself once the minutes are approved.</summary>
    /// <param name="meeting">The address of its page.</param>
    public static async Task<IssuedDecisions> ReadAsync(Site site, IPage reader, string meeting)
    {
        var link = reader.Locator("main a[href*='/rapporter/beslutningsreferat.']");
        await Eventually.HoldsAsync(async () =>
        {
            await reader.GotoAsync(meeting);
            return await link.CountAsync() > 0;
        });
        await link.First.ClickAsync();
        var screen = await reader.Locator("body").InnerTextAsync();
        byte[] pdf = [];
        await Eventually.HoldsAsync(async () =>
        {
            using var answer = await site.Http.GetAsync(new Uri($"{new Uri(reader.Url).AbsolutePath}.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK) pdf = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            return pdf.Length > 0;
        });
        return new(Running(screen), Running(await TextAsync(Path.GetFileName(meeting), pdf)));
    }

    public void ShouldSay(params string[] texts)
    {
        foreach (var text in texts)
        {
            Screen.ShouldContain(text, customMessage: "on the screen");
            Paper.ShouldContain(text, customMessage: "on paper");
        }
    }

    // Kept beside the tests, to be looked at.
    private static async Task<string> TextAsync(string name, byte[] pdf)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"beslutningsreferat-{name}.pdf");
        await File.WriteAllBytesAsync(path, pdf, TestContext.Current.CancellationToken);
        using var reading = Process.Start(new ProcessStartInfo("pdftotext") { ArgumentList = { "-raw", path, "-" }, RedirectStandardOutput = true })!;
        var text = await reading.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await reading.WaitForExitAsync(TestContext.Current.CancellationToken);
        reading.ExitCode.ShouldBe(0);
        return text;
    }

    private static string Running(string text) => Blank().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
