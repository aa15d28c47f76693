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
        "/indsatser/1", "/indsatser/10", "/indsatser/10?pr=2026-08-01", "/rapporter", "/rapporter?klynge=eksempel-syd", 
        "/indsatser/10/ejerskab", "/indsatser/10/forbehold", "/indsatser/12/forbehold/1", "/indsatser/10/saerlig-bevaagenhed/ophoer", "/indsatser/10/interesse", "/indsatser/10/start",
        "/sekretariat", "/sekretariat/personer", "/sekretariat/personer/ny", "/sekretariat/personer/formand-chefforum", "/sekretariat/personer/projektejer-10/glem", "/sekretariat/personimport",
        "/sekretariat/organisationer", "/sekretariat/organisationer/ny", "/sekretariat/fora", "/sekretariat/fora/chefforum", "/sekretariat/tolerancer", "/sekretariat/kalender",
        "/sekretariat/kalender/nyt", "/sekretariat/national", "/handleplan", "/handleplan/bestilling", "/handleplan/revision", "/handleplan/godkendelse", "/handleplan/ikke-medtaget",
        "/handleplan/afslutning", "/handleplan/forbehold/1", "/handleplan/import", "/moeder",
        "/indsatser/10/placering", "/godkendelser", "/findes-ikke", "/indsatser/99", "/?pr=i-gaar",
        "/log", "/log?person=ingen", "/min-side", "/sekretariat/integrationer", "/hjaelp", "/tilgaengelighed",
    ];

    /// <summary>Pages that somebody else than the secretariat lives on, with who that is.</summary>
    private static readonly (string Path, string Persona)[] OthersPaths =
    [
        ("/national", "NationalReader"), ("/handleplan", "Politician"), ("/moeder", "Reader"),
        ("/indsatser/10", "Owner"), ("/indsatser/10/ordrebekraeftelse/1", "Reader"),
        .. new[] { 1, 2, 3, 5, 8 }.Select(step => ($"/indsatser/10/ordrebekraeftelse?trin={step}", "Owner")),
        ("/godkendelser", "Chair"), ("/godkendelser/12/1", "Director"), ("/indsatser/10/bemaerkning", "Politician"), ("/indsatser/10/projektgruppe", "Owner"),
        ("/drift", "Operator"), ("/min-side", "Operator"),
    ];

    public static TheoryData<string, int, string> PagesAndWidths()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var (path, persona) in Paths.Select(p => (p, "Secretariat")).Concat(OthersPaths))
        {
            foreach (var asked in new[] { path, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "sprog=en" })
            {
                data.Add(asked, 1280, persona);
                data.Add(asked, 390, persona);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PagesAndWidths))]
    public async Task A_page_is_whole_for_every_reader(string path, int width, string persona)
    {
        var page = await site.OpenAsync(path, width, persona: persona);

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
    [InlineData("/sekretariat")]
    [InlineData("/sekretariat/personer")]
    [InlineData("/sekretariat/personer/formand-chefforum")]
    [InlineData("/sekretariat/fora/chefforum")]
    [InlineData("/handleplan")]
    [InlineData("/handleplan/import")]
    [InlineData("/moeder")]
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
