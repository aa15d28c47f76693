using System.Net;

namespace Initiatives.Browser.Tests;

/// <summary>The archive: what was sent, as it was sent.</summary>
[Collection(OneSite.Name)]
public sealed class ArchiveTests(Site site)
{
    [Fact]
    public async Task The_packs_of_the_last_and_of_the_next_meeting_are_there_to_open()
    {
        var page = await site.OpenAsync("/rapporter", script: false);

        (await page.Locator(".archive tbody tr").CountAsync()).ShouldBeGreaterThanOrEqualTo(4);
        await page.ClickAsync(".archive tbody tr:has-text('Afvigelsesrapport') th a");

        (await page.Locator("h1").InnerTextAsync()).ShouldContain("Afvigelsesrapport");
        (await page.Locator("body").InnerTextAsync()).ShouldContain("Eksempeldata");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_decisions_of_the_meetings_that_asked_and_answered_are_there_to_read()
    {
        var page = await site.OpenAsync("/rapporter", script: false);

        foreach (var (forum, decided) in new[] { ("Chefforum", "Chefforum eskalerede til Direktørforum."), ("Direktørforum", "Direktørforum besluttede (økonomi") })
        {
            await page.GotoAsync("/rapporter");
            await page.ClickAsync($".archive tbody tr:has-text('Beslutningsreferat'):has-text('{forum}') th a");
            (await page.Locator("main").InnerTextAsync()).ShouldContain(decided);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_dashboard_names_all_fifteen_initiatives()
    {
        var page = await site.OpenAsync("/rapporter", script: false);
        await page.ClickAsync(".archive tbody tr:has-text('Direktøroverblik') th a");

        (await page.Locator("table.matrix").First.Locator("tbody tr").CountAsync()).ShouldBe(15);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Each_edition_has_its_print()
    {
        var page = await site.OpenAsync("/rapporter", script: false);
        var address = await page.Locator(".archive a[href$='.pdf']").First.GetAttributeAsync("href");

        using var answer = await site.Http.GetAsync(new Uri(address!, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        System.Text.Encoding.ASCII.GetString(bytes, 0, 5).ShouldBe("%PDF-");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public async Task Each_edition_is_to_be_had_as_Word_and_Excel(string ending)
    {
        var page = await site.OpenAsync("/rapporter", script: false);
        var link = page.Locator($".archive a[href$='.{ending}']").First;
        (await link.GetAttributeAsync("aria-label")).ShouldNotBeNull().ShouldContain("udgave 1");

        using var answer = await site.Http.GetAsync(new Uri((await link.GetAttributeAsync("href"))!, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_unknown_edition_is_not_found()
    {
        using var answer = await site.Http.GetAsync(new Uri("/rapporter/afvigelsesrapport.chefforum-1999-01-01.1", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
