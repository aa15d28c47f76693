using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>What holds of every page, at both widths, in both languages.</summary>
[Collection(OneSite.Name)]
public sealed class PageTests(Site site)
{
    private static readonly Lazy<string> Axe = new(() =>
    {
        var modules = typeof(PageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "NodeModules").Value!;
        return File.ReadAllText(Path.Combine(modules, "axe-core", "axe.min.js"));
    });

    private static readonly string[] Paths =
    [
        "/", "/?pr=2026-08-01", "/?lys=Red", "/?lys=Withdrawn", "/?klynge=eksempel-syd", "/?klynge=eksempel-midtklyngen",
        "/indsatser/1", "/indsatser/10", "/indsatser/10?pr=2026-08-01", "/rapporter", "/rapporter?klynge=eksempel-syd", "/findes-ikke", "/indsatser/99", "/?pr=i-gaar",
    ];

    public static TheoryData<string, int> PagesAndWidths()
    {
        var data = new TheoryData<string, int>();
        foreach (var path in Paths.SelectMany(p => new[] { p, p + (p.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "sprog=en" }))
        {
            data.Add(path, 1280);
            data.Add(path, 390);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PagesAndWidths))]
    public async Task A_page_is_whole_for_every_reader(string path, int width)
    {
        var page = await site.OpenAsync(path, width);

        (await page.Locator("h1").CountAsync()).ShouldBe(1);
        (await page.TitleAsync()).ShouldNotBeNullOrWhiteSpace();
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(path.Contains("sprog=en", StringComparison.Ordinal) ? "en" : "da");
        (await Violations(page)).ShouldBe("[]");
        (await Overflow(page)).ShouldBe("", "the page scrolls sideways");
        site.Foreign.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/indsatser/10")]
    [InlineData("/rapporter")]
    public async Task A_page_fits_the_narrowest_phone_and_twice_the_text(string path)
    {
        // 320 px is also what 640 px become at 200 %.
        var page = await site.OpenAsync(path, 320);

        (await Overflow(page)).ShouldBe("", "the page scrolls sideways");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_checker_does_find_what_is_wrong()
    {
        var page = await site.OpenAsync("/");
        await page.EvaluateAsync("document.documentElement.removeAttribute('lang')");

        (await Violations(page)).ShouldContain("html-has-lang");
        await page.Context.CloseAsync();
    }

    /// <summary>What sticks out to the right of the window, unless it lies in something that scrolls by itself.</summary>
    internal static Task<string> Overflow(IPage page) => page.EvaluateAsync<string>("""
        () => {
            const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) return '';
            return [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > wide + 0.5 && !e.closest('[class$=-scroll], .chart-table'))
                .map(e => `${e.tagName}.${e.className} to ${Math.round(e.getBoundingClientRect().right)}`).slice(0, 5).join(' | ') || 'something without a box';
        }
        """);

    /// <summary>What axe-core finds; "[]" for nothing.</summary>
    internal static async Task<string> Violations(IPage page)
    {
        // The page allows no script of others; the checker comes in through the debugger, as a browser extension would.
        await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<JsonElement>("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target[0]).slice(0, 3).join(' | ')))");
        return found.GetRawText();
    }
}
