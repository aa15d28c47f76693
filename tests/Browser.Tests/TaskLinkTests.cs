using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>From the link in a mail to a status that is posted, in presses counted.</summary>
[Collection(OneSite.Name)]
public sealed class TaskLinkTests(Site site)
{
    private const string Send = "main .button-row button[value=send]";

    private int _presses;

    [Fact]
    public async Task Nothing_has_changed_is_one_press()
    {
        var page = await FollowAsync(15);

        await PressAsync(page, "main button[value=uaendret]");

        await IsPostedAsync(page, 15);
        _presses.ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_green_status_is_seen_as_the_forum_reads_it_and_sent_in_at_most_three_presses(bool script)
    {
        var page = await FollowAsync(script ? 13 : 3, script);
        await page.FillAsync("[name=progress]", "De sidste to afdelinger er med");
        await page.FillAsync("[name=nextStep]", "Alle afdelinger evaluerer sammen");

        await PressAsync(page, "main .button-row button[value=vis]");
        await Assertions.Expect(page.Locator(".as-read-page")).ToContainTextAsync("Alle afdelinger evaluerer sammen");
        await PressAsync(page, "main .as-read button[value=send]");

        await IsPostedAsync(page, script ? 13 : 3);
        _presses.ShouldBeLessThanOrEqualTo(3);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_yellow_status_is_one_page_that_asks_for_nothing_the_system_knows()
    {
        var page = await FollowAsync(1);
        await page.CheckAsync("[name='dimensions.time'][value=Yellow]");
        await page.CheckAsync("[name=light][value=Yellow]");
        // The light that the tolerances suggest comes with the draft that is kept; a reason is asked for only where it is another.
        await Assertions.Expect(page.Locator("[name=overrideReason]")).ToBeHiddenAsync();

        var asked = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('form.status-form input:not([type=hidden]), form.status-form textarea, form.status-form select')]
                .filter(e => e.checkVisibility() && e.type !== 'radio' && e.value === '' && !e.name.startsWith('indicators.')).map(e => e.name)
            """);
        asked.ShouldBe(["progress", "deviation.cause", "deviation.consequence", "deviation.options", "deviation.remedy"], "what has happened since, and why: nobody but the owner knows that");
        var open = await page.EvaluateAsync<string[]>("""
            () => { const groups = Object.groupBy(document.querySelectorAll('form.status-form input[type=radio]'), e => e.name);
                    return Object.keys(groups).filter(name => !groups[name].some(e => e.checked)); }
            """);
        open.ShouldBeEmpty("every choice stands as it stood");
        foreach (var field in asked) await page.FillAsync($"[name='{field}']", "To afdelinger mangler en aftale");
        await PressAsync(page, Send);

        await IsPostedAsync(page, 1);
        _presses.ShouldBe(1);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> FollowAsync(int number, bool script = true) =>
        await site.OpenAsync(await site.TaskLinkAsync($"projektejer-{number}", number), script: script, persona: null);

    private async Task PressAsync(IPage page, string selector)
    {
        _presses++;
        await Hand.LeadsOnAsync(page, () => page.Locator(selector).First.ClickAsync());
    }

    private static async Task IsPostedAsync(IPage page, int number)
    {
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"Status på indsats {number} er modtaget");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Status er sendt.");
    }
}
