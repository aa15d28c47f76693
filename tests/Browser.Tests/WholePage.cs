using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>A page that is whole: for who sees it, who has it read aloud, at a desk and on a phone.</summary>
internal static class WholePage
{
    private const int Phone = 390;

    // Also what 640 px become at 200 %.
    private const int NarrowestPhone = 320;

    private static readonly Lazy<string> Axe = new(() =>
    {
        var modules = typeof(WholePage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "NodeModules").Value!;
        return File.ReadAllText(Path.Combine(modules, "axe-core", "axe.min.js"));
    });

    /// <summary>Looks at a page, opened at the width of a desk, at that width and at a phone's. It is a desk's again afterwards.</summary>
    public static async Task ShouldBeWholeAsync(this IPage page)
    {
        (await page.Locator("h1").CountAsync()).ShouldBe(1, page.Url);
        (await page.TitleAsync()).ShouldNotBeNullOrWhiteSpace(page.Url);
        var desk = page.ViewportSize!;
        desk.Width.ShouldBeGreaterThan(Phone);
        foreach (var width in new[] { desk.Width, Phone, NarrowestPhone })
        {
            await page.SetViewportSizeAsync(width, desk.Height);
            (await OverflowAsync(page)).ShouldBe("", $"{page.Url} scrolls sideways at {width} px");
            if (width != NarrowestPhone) (await ViolationsAsync(page)).ShouldBe("[]", $"{page.Url} at {width} px");
        }
        await page.SetViewportSizeAsync(desk.Width, desk.Height);
    }

    /// <summary>What sticks out to the right of the window, unless it lies in something that scrolls by itself.</summary>
    public static Task<string> OverflowAsync(IPage page) => page.EvaluateAsync<string>("""
        () => {
            const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) return '';
            return [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > wide + 0.5 && !e.closest('[class$=-scroll], .chart-table'))
                .map(e => `${e.tagName}.${e.className} to ${Math.round(e.getBoundingClientRect().right)}`).slice(0, 5).join(' | ') || 'something without a box';
        }
        """);

    /// <summary>What axe-core finds; "[]" for nothing.</summary>
    public static async Task<string> ViolationsAsync(IPage page)
    {
        // The page allows no script of others; the checker comes in through the debugger, as a browser extension would.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<JsonElement>("axe.run({ resultTypes: ['violations'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target[0]).slice(0, 3).join(' | ')))");
        return found.GetRawText();
    }
}
