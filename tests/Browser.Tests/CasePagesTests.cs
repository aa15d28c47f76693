using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>Deviations and escalations in a real browser, and the pages of what is done to them.</summary>
[Collection(OneSite.Name)]
public sealed class CasePagesTests(Site site, KeptPages pages) : IClassFixture<KeptPages>
{
    /// <summary>Each page with the persona who lives there.</summary>
    private static readonly (string Path, string Persona)[] Pages =
    [
        ("/afvigelser", "Chair"), ("/afvigelser?lys=Green", "Director"), ("/afvigelser?pr=2026-06-01", "Chair"), ("/afvigelser?klynge=eksempel-syd", "Secretariat"),
        ("/afvigelser/10-1", "Chair"), ("/afvigelser/10-1", "Politician"), ("/afvigelser/9-2", "Secretariat"),
        ("/afvigelser/9-2/spor", "Chair"), ("/afvigelser/9-2/afhjaelpning", "Secretariat"), ("/afvigelser/9-2/eskaler", "Chair"), ("/afvigelser/9-2/luk", "Chair"),
        ("/afvigelser/9-2/afhjaelpning/2/udfoert", "Chair"), ("/afvigelser/9-2/afhjaelpning/2/frist", "Chair"), ("/afvigelser/9-2/afhjaelpning/2/frafald", "Chair"),
        ("/eskaleringer", "Director"), ("/eskaleringer/10-1", "Director"), ("/eskaleringer/10-1/beslutning", "Director"), ("/eskaleringer/10-1/videre", "Director"),
        ("/indsatser/7/pause", "Chair"), ("/indsatser/4/genoptag", "Secretariat"), ("/indsatser/7/udgaar", "Secretariat"), ("/indsatser/7/sammenlaeg", "Chair"),
        ("/indsatser/7/opdel", "Secretariat"), ("/indsatser/10/leveret", "Owner"), ("/indsatser/10/luk", "Chair"), ("/indsatser/10/afvis-levering", "Chair"),
        ("/indsatser/10/patientinddragelse", "Patient"),
    ];

    public static TheoryData<string, string> PagesAndPersonas() => new(Pages.Select(p => (p.Path, p.Persona)));

    [Theory]
    [MemberData(nameof(PagesAndPersonas))]
    public async Task It_is_whole_for_every_reader_at_every_width_and_in_both_languages(string path, string persona)
    {
        var and = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        foreach (var query in new[] { "", $"{and}sprog=en" })
        {
            await (await pages.GoToAsync(path + query, persona)).ShouldBeWholeAsync();
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_back_leads_to_what_must_be_mended_and_is_whole()
    {
        var page = await site.OpenAsync("/afvigelser/9-2/eskaler", 390, script: false, persona: "Chair");
        await page.FillAsync("[name=question]", "");
        await page.ClickAsync("button.button-primary[type=submit]");

        (await page.TitleAsync()).ShouldStartWith("Fejl: Eskalér");
        await page.ClickAsync(".error-summary a");
        (await page.Locator("[name=question]").EvaluateAsync<bool>("e => e === document.activeElement")).ShouldBeTrue();
        await page.Context.CloseAsync();

        // The checker needs script; the page is the same.
        page = await site.OpenAsync("/afvigelser/9-2/eskaler", persona: "Chair");
        await page.FillAsync("[name=question]", "");
        await page.ClickAsync("button.button-primary[type=submit]");
        await page.WaitForSelectorAsync(".error-summary");
        await page.ShouldBeWholeAsync();
        await page.Context.CloseAsync();
    }
}
