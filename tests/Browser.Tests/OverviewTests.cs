using System.Net;
using System.Net.Http.Headers;

namespace Initiatives.Browser.Tests;

/// <summary>Overblik and the page of one initiative, read as a director would; script is off.</summary>
[Collection(OneSite.Name)]
public sealed class OverviewTests(Site site)
{
    [Fact]
    public async Task The_board_names_all_fifteen_and_never_shows_a_colour_without_its_word()
    {
        var page = await site.OpenAsync("/", script: false);

        (await page.Locator(".board tbody tr").CountAsync()).ShouldBe(15);
        var marks = await page.Locator(".board .mark").AllInnerTextsAsync();
        marks.ShouldAllBe(word => word.Trim().Length > 2);
        (await page.Locator(".example-data").InnerTextAsync()).ShouldContain("Eksempeldata");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_counts_add_up_to_the_rows_and_lead_to_them()
    {
        var page = await site.OpenAsync("/", script: false);
        var numbers = await page.Locator(".count-number").AllInnerTextsAsync();
        numbers.Sum(int.Parse).ShouldBe(15);

        var red = page.Locator(".count", new() { HasText = "Rød" });
        var count = int.Parse(await red.Locator(".count-number").InnerTextAsync());
        await red.ClickAsync();

        (await page.Locator(".board tbody tr").CountAsync()).ShouldBe(count);
        (await page.Locator(".board td.board-now .mark").AllInnerTextsAsync()).ShouldAllBe(word => word.Trim() == "Rød");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Any_day_can_be_replayed_and_left_again()
    {
        var page = await site.OpenAsync("/", script: false);
        var now = await page.Locator(".board").InnerTextAsync();
        var day = (await page.Locator("#pr").InputValueAsync())[..4] + "-01-15";

        await page.FillAsync("#pr", day);
        await page.ClickAsync(".as-of button");

        page.Url.ShouldContain($"pr={day}");
        (await page.Locator(".page-lead").InnerTextAsync()).ShouldContain("som det så ud");
        await page.ClickAsync(".as-of a");
        (await page.Locator(".board").InnerTextAsync()).ShouldBe(now);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task From_the_board_one_press_opens_an_initiative_with_its_next_step_and_its_history()
    {
        var page = await site.OpenAsync("/", script: false);
        await page.ClickAsync(".board tbody tr:nth-child(10) th a");

        (await page.Locator("h1").InnerTextAsync()).ShouldStartWith("10. Systematisk indsats");
        (await page.Locator(".attention-note").InnerTextAsync()).ShouldContain("Politisk Niveau");
        (await page.Locator(".facts").First.InnerTextAsync()).ShouldContain("Næste skridt");
        (await page.Locator(".history li").CountAsync()).ShouldBeGreaterThan(5);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_three_clusters_keep_to_themselves()
    {
        var page = await site.OpenAsync("/", script: false);
        await page.SelectOptionAsync("#klynge", "eksempel-syd");
        await page.ClickAsync(".cluster-choice button");

        (await page.Locator(".solution-heading").InnerTextAsync()).ShouldBe("Sundhedsklynge Syd");
        (await page.Locator(".board tbody tr").CountAsync()).ShouldBe(6);
        await page.ClickAsync(".board tbody tr:nth-child(3) th a");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("3. Sygepleje tæt på");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_unchanged_page_is_not_sent_again()
    {
        using var first = await site.Http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));

        using var answer = await site.Http.SendAsync(again, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/indsatser/99", HttpStatusCode.NotFound)]
    [InlineData("/findes-ikke", HttpStatusCode.NotFound)]
    // Who is not of a cluster is not told whether it exists.
    [InlineData("/?klynge=en-anden", HttpStatusCode.Forbidden)]
    [InlineData("/?pr=i-gaar", HttpStatusCode.BadRequest)]
    [InlineData("/?pr=9999-12-31", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_or_not_theirs_says_so_and_where_to_go(string path, HttpStatusCode status)
    {
        using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Gå til overblikket");
    }
}
