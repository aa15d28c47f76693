using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Print;

namespace Initiatives.Reporting.Tests;

/// <summary>axe-core, the checker that the pages are held to as well, on a pack's own HTML in a real Chromium.</summary>
public sealed class Reading_a_pack_without_eyes
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EveryKind.Names), MemberType = typeof(EveryKind))]
    public async Task Axe_finds_nothing_in_a_pack(string kind)
    {
        var browser = Browser.Find();
        browser.ShouldNotBeNull("install Chromium");
        await using var typesetter = new Typesetter();
        var pack = await EveryKind.CompileAsync(typesetter, kind);

        var said = await Axe(browser, pack.Html);

        said.ShouldBe("AXE: []");
    }

    [Fact]
    public async Task Axe_does_find_what_is_wrong()
    {
        var browser = Browser.Find();
        browser.ShouldNotBeNull("install Chromium");

        var said = await Axe(browser, "<!DOCTYPE html><html><head><title>x</title></head><body><main><h1>x</h1><img src='data:,'></main></body></html>");

        said.ShouldContain("html-has-lang");
        said.ShouldContain("image-alt");
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser that is just ending may still write to its profile; the machine clears its temporary files.
        }
    }

    private static async Task<string> Axe(string browser, string html)
    {
        var modules = typeof(Reading_a_pack_without_eyes).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "NodeModules").Value!;
        var axe = await File.ReadAllTextAsync(Path.Combine(modules, "axe-core", "axe.min.js"), Cancellation);
        // A pack forbids all script; the checker is one, so that line comes out of the copy that is checked.
        var page = Regex.Replace(html, "<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "").Replace(
            "</body>",
            $$"""
            <script>{{axe.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}}</script>
            <script>axe.run().then(r => document.body.textContent = "AXE: " + JSON.stringify(r.violations.map(v => v.id + " " + v.nodes[0].target[0])));</script>
            </body>
            """,
            StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("initiatives-axe-");
        var path = Path.Combine(folder.FullName, "page.html");
        await File.WriteAllTextAsync(path, page, Cancellation);
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
            .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
            $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "--virtual-time-budget=30000", "--dump-dom", new Uri(path).AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        var dom = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        await errors;
        Remove(folder);
        return Regex.Match(dom, "AXE: .*?(?=</body>)", RegexOptions.Singleline).Value.Trim();
    }
}
