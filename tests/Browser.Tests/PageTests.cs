namespace Initiatives.Browser.Tests;

/// <summary>What holds of every page. In each language by a class of its own: classes are tried side by side.</summary>
public abstract class PageTests(Site site, KeptPages pages, string language) : IClassFixture<KeptPages>
{
    protected Site Site { get; } = site;

    private static readonly string[] Paths =
    [
        "/", "/?pr=2026-08-01", "/?lys=Red", "/?lys=Withdrawn", "/?klynge=eksempel-syd", "/?klynge=eksempel-midtklyngen",
        "/indsatser/1", "/indsatser/10", "/indsatser/10?pr=2026-08-01", "/rapporter", "/rapporter?klynge=eksempel-syd", "/rapporter/sammenlign",
        "/rapporter/sammenlign?fra=afvigelsesrapport.nu.1&til=direktoeroverblik.nu.1",
        "/indsatser/10/ejerskab", "/indsatser/10/forbehold", "/indsatser/12/forbehold/1", "/indsatser/10/saerlig-bevaagenhed/ophoer", "/indsatser/10/interesse", "/indsatser/10/start",
        "/sekretariat", "/sekretariat/personer", "/sekretariat/personer/ny", "/sekretariat/personer/formand-chefforum", "/sekretariat/personer/projektejer-10/glem", "/sekretariat/personimport",
        "/sekretariat/organisationer", "/sekretariat/organisationer/ny", "/sekretariat/fora", "/sekretariat/fora/chefforum", "/sekretariat/tolerancer", "/sekretariat/kalender", "/sekretariat/aarshjul", "/sekretariat/aarshjul/nyt", "/sekretariat/aarshjul/patientinddragelse",
        "/sekretariat/kalender/nyt", "/sekretariat/national", "/handleplan", "/handleplan/bestilling", "/handleplan/revision", "/handleplan/godkendelse", "/handleplan/ikke-medtaget",
        "/skriftlige-godkendelser", "/skriftlige-godkendelser/ny", "/skriftlige-godkendelser/ny?forum=chefforum&sag=andet",
        "/handleplan/afslutning", "/handleplan/efterfoelger", "/handleplan/forbehold/1", "/handleplan/import", "/moeder",
        "/indsatser/10/placering", "/godkendelser", "/findes-ikke", "/indsatser/99", "/?pr=i-gaar",
        "/log", "/log?person=ingen", "/min-side", "/sekretariat/integrationer", "/sekretariat/webhooks", "/hjaelp", "/tilgaengelighed",
    ];

    /// <summary>Pages that somebody else than the secretariat lives on, with who that is.</summary>
    private static readonly (string Path, string Persona)[] OthersPaths =
    [
        ("/national", "NationalReader"), ("/handleplan", "Politician"), ("/moeder", "Reader"), ("/sekretariat/aarshjul", "Reader"),
        ("/indsatser/10", "Owner"), ("/indsatser/10/ordrebekraeftelse/1", "Reader"),
        .. new[] { 1, 2, 3, 5, 8 }.Select(step => ($"/indsatser/10/ordrebekraeftelse?trin={step}", "Owner")),
        ("/godkendelser", "Chair"), ("/godkendelser/12/1", "Director"), ("/indsatser/10/bemaerkning", "Politician"), ("/indsatser/10/projektgruppe", "Owner"),
        ("/drift", "Operator"), ("/min-side", "Operator"),
    ];

    /// <summary>What the menu shows to those who live on it; others see other buttons and other words there than the secretariat.</summary>
    private static readonly (string Path, string Persona)[] MenuPaths =
    [
        .. from persona in new[] { "Owner", "Chair", "Director", "Politician", "Patient", "Reader" }
           from path in new[] { "/", "/opgaver", "/afvigelser", "/godkendelser", "/moeder", "/rapporter", "/handleplan" }
           select (path, persona),
        ("/opgaver", "Secretariat"), ("/afvigelser", "Secretariat"), ("/", "NationalReader"), ("/", "Operator"),
    ];

    public static TheoryData<string, string> PagesAndReaders() => new(Paths.Select(p => (p, "Secretariat")).Concat(OthersPaths).Union(MenuPaths));

    [Theory]
    [MemberData(nameof(PagesAndReaders))]
    public async Task A_page_is_whole_for_every_reader(string path, string persona)
    {
        var page = await pages.GoToAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}sprog={language}", persona);

        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        await page.ShouldBeWholeAsync();
        Site.Foreign.ShouldBeEmpty();
    }
}

public sealed class DanishPageTests(Site site, KeptPages pages) : PageTests(site, pages, "da")
{
    /// <summary>Lists that people read on a phone: each row a card, so that nothing lies beside the window.</summary>
    [Theory]
    [InlineData("/", "Director")]
    [InlineData("/moeder", "Director")]
    [InlineData("/sekretariat/kalender", "Secretariat")]
    [InlineData("/sekretariat/aarshjul", "Secretariat")]
    [InlineData("/sekretariat/organisationer", "Secretariat")]
    [InlineData("/sekretariat/personer", "Secretariat")]
    [InlineData("/rapporter", "Director")]
    [InlineData("/handleplan", "Politician")]
    [InlineData("/national", "NationalReader")]
    [InlineData("/drift", "Operator")]
    public async Task No_table_scrolls_sideways_on_a_phone(string path, string persona)
    {
        var page = await Site.OpenAsync(path, 390, persona: persona);

        (await page.Locator(".board-scroll").CountAsync()).ShouldBeGreaterThan(0);
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.board-scroll')].filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText.slice(0, 80))")).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    /// <summary>A chart is wider than a phone and scrolls in its own frame.</summary>
    [Fact]
    public async Task A_sheet_does_not_scroll_sideways_on_a_phone()
    {
        var page = await Site.OpenAsync("/indsatser/5/ark", 390, persona: "Owner");

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_checker_does_find_what_is_wrong()
    {
        var page = await Site.OpenAsync("/");
        await page.EvaluateAsync("document.documentElement.removeAttribute('lang')");

        (await WholePage.ViolationsAsync(page)).ShouldContain("html-has-lang");
        await page.Context.CloseAsync();
    }
}

public sealed class EnglishPageTests(Site site, KeptPages pages) : PageTests(site, pages, "en");
