using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>The status form in a real browser: by keyboard alone, without script, and when the connection goes.</summary>
[Collection(OneSite.Name)]
public sealed class StatusFormTests(Site site)
{
    private const string Path = "/indsatser/10/status";

    [Fact]
    public async Task Without_script_the_chosen_light_decides_which_fields_are_asked_for()
    {
        var page = await site.OpenAsync(Path, script: false, persona: "Owner");

        await page.CheckAsync("[name=light][value=Green]");
        (await page.Locator("[name='deviation.cause']").IsVisibleAsync()).ShouldBeFalse();
        await page.CheckAsync("[name=light][value=Yellow]");
        (await page.Locator("[name='deviation.cause']").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("[name='deviation.decisionWanted']").IsVisibleAsync()).ShouldBeFalse();
        await page.CheckAsync("[name=light][value=Red]");
        (await page.Locator("[name='deviation.decisionWanted']").IsVisibleAsync()).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_suggested_light_is_shown_at_the_press_of_a_button_and_what_was_typed_stays()
    {
        var page = await site.OpenAsync(Path, script: false, persona: "Owner");
        await page.FillAsync("[name=progress]", "Skrevet, før lyset blev vist");
        foreach (var dimension in new[] { "time", "resources", "deliverable" }) await page.CheckAsync($"[name='dimensions.{dimension}'][value=Green]");
        await page.CheckAsync("[name='dimensions.economy'][value=Red]");

        await page.ClickAsync("text=Vis foreslået lys");

        (await page.Locator("#suggestion").InnerTextAsync()).ShouldContain("Økonomi er rød.");
        (await page.InputValueAsync("[name=progress]")).ShouldBe("Skrevet, før lyset blev vist");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_error_summary_leads_to_each_field()
    {
        var page = await site.OpenAsync(Path, script: false, persona: "Owner");
        await page.FillAsync("[name=progress]", "");
        await page.FillAsync("[name=nextStep]", "");
        await page.ClickAsync(".button-row button[value=send]");

        (await page.TitleAsync()).ShouldStartWith("Fejl: Ny status på indsats 10");
        await page.ClickAsync(".error-summary a:has-text('sket siden sidst')");
        (await page.Locator("[name=progress]").EvaluateAsync<bool>("e => e === document.activeElement")).ShouldBeTrue();
        (await page.Locator("[name=progress]").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_written_while_the_connection_is_gone_is_saved_when_it_is_back()
    {
        var page = await site.OpenAsync(Path, persona: "Owner");
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("[name=nextStep]", "Skrevet uden forbindelse");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Ingen forbindelse");

        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator("#autosave")).ToHaveTextAsync(new Regex(@"^Gemt kl\. \d\d\.\d\d$"));
        await page.ReloadAsync();
        (await page.InputValueAsync("[name=nextStep]")).ShouldBe("Skrevet uden forbindelse");
        await page.ClickAsync("text=Slet kladden");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_could_not_be_sent_before_the_page_was_closed_is_there_when_it_is_opened_again()
    {
        var page = await site.OpenAsync(Path, persona: "Owner");
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("[name=progress]", "Skrevet i en tunnel");
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("Ingen forbindelse");
        var context = page.Context;
        await page.CloseAsync();
        await context.SetOfflineAsync(false);

        page = await context.NewPageAsync();
        await page.GotoAsync(Path);

        (await page.InputValueAsync("[name=progress]")).ShouldBe("Skrevet i en tunnel");
        await Assertions.Expect(page.Locator("#autosave")).ToHaveTextAsync(new Regex(@"^Gemt kl\."));
        await page.ReloadAsync();
        await page.ClickAsync("text=Slet kladden");
        await context.CloseAsync();
    }

    [Fact]
    public async Task The_suggested_light_follows_what_is_chosen_and_asks_for_a_reason_when_the_owner_disagrees()
    {
        var page = await site.OpenAsync(Path, persona: "Owner");
        foreach (var dimension in new[] { "time", "economy", "resources" }) await page.CheckAsync($"[name='dimensions.{dimension}'][value=Green]");
        await page.CheckAsync("[name=light][value=Green]");
        await page.CheckAsync("[name='dimensions.deliverable'][value=Red]");

        await Assertions.Expect(page.Locator("#because")).ToContainTextAsync("Leverancen er rød.");
        await Assertions.Expect(page.Locator("[name=overrideReason]")).ToBeVisibleAsync();
        await page.CheckAsync("[name=light][value=Red]");
        await Assertions.Expect(page.Locator("[name=overrideReason]")).ToBeHiddenAsync();
        await page.ReloadAsync();
        if (await page.Locator("text=Slet kladden").CountAsync() > 0) await page.ClickAsync("text=Slet kladden");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?sprog=en")]
    public async Task Opened_sent_back_with_errors_and_seen_as_read_it_is_whole_for_every_reader(string query)
    {
        var page = await site.OpenAsync(Path + query, persona: "Owner");
        await page.ShouldBeWholeAsync();

        await page.CheckAsync("[name=light][value=Red]");
        await page.FillAsync("[name=nextStep]", "");
        await page.ClickAsync(".button-row button[value=send]");
        await page.WaitForSelectorAsync(".error-summary");
        await page.ShouldBeWholeAsync();

        await page.ClickAsync(".button-row button[value=vis]");
        await page.WaitForSelectorAsync(".as-read-page");
        await page.ShouldBeWholeAsync();
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(query.Length == 0 ? "da" : "en");
        await page.ClickAsync(".draft-note button");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("Owner")]
    [InlineData("Secretariat")]
    [InlineData("Chair")]
    [InlineData("Director")]
    [InlineData("Politician")]
    public async Task Mine_opgaver_is_whole_for_each_of_them(string persona)
    {
        foreach (var query in new[] { "", "?sprog=en" })
        {
            var page = await site.OpenAsync("/opgaver" + query, persona: persona);
            await page.ShouldBeWholeAsync();
            foreach (var link in await page.Locator(".task a.button").AllAsync())
            {
                var answer = await page.Context.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
                answer.Status.ShouldBe(200, answer.Url);
            }
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_yellow_status_is_written_seen_and_sent_by_keyboard_alone()
    {
        var page = await site.OpenAsync(Path, persona: "Owner");
        foreach (var (field, value) in new[] { ("dimensions.time", "Yellow"), ("dimensions.economy", "Green"), ("dimensions.resources", "Green"), ("dimensions.deliverable", "Green"), ("light", "Yellow") })
            await ChooseAsync(page, field, value);
        // The forecast is later than the tolerances allow, so another light than red is given with its reason.
        foreach (var (field, text) in new[]
        {
            ("overrideReason", "Forsinkelsen er aftalt med alle parter"),
            ("progress", "Otte borgere er i forløb"), ("deviation.cause", "Genopslag trækker ud"), ("deviation.consequence", "Opstart to uger senere"),
            ("deviation.options", "Vikar, eller vente"), ("deviation.remedy", "Vikar fra nabokommunen"), ("nextStep", "Samtaler i næste uge"), ("patientInvolvement.text", "Udvalget har læst med"),
        })
            await WriteAsync(page, field, text);
        await ChooseAsync(page, "patientInvolvement.relevant", "ja");

        await TabToAsync(page, ".button-row button[value=vis]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".as-read-page")).ToContainTextAsync("Genopslag trækker ud");
        await TabToAsync(page, ".as-read button[value=send]");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Status på indsats 10 er modtaget");
        (await page.Locator(".alert-success").InnerTextAsync()).ShouldContain("Status er sendt.");
        await page.ShouldBeWholeAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>Goes on with the Tab key until the element has focus, as somebody without a mouse does.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        var there = page.Locator(selector).First;
        for (var pressed = 0; pressed < 200; pressed++)
        {
            if (await there.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{selector} cannot be reached with the Tab key.");
    }

    /// <summary>Tabs to the group, and moves within it with the arrow keys.</summary>
    private static async Task ChooseAsync(IPage page, string field, string value)
    {
        var focused = false;
        for (var pressed = 0; pressed < 200 && !focused; pressed++)
        {
            focused = await page.EvaluateAsync<bool>("name => document.activeElement.name === name", field);
            if (!focused) await page.Keyboard.PressAsync("Tab");
        }
        focused.ShouldBeTrue($"{field} cannot be reached with the Tab key");
        await page.Keyboard.PressAsync("Space");
        for (var pressed = 0; pressed < 5 && !await page.IsCheckedAsync($"[name='{field}'][value={value}]"); pressed++) await page.Keyboard.PressAsync("ArrowDown");
        (await page.IsCheckedAsync($"[name='{field}'][value={value}]")).ShouldBeTrue();
    }

    private static async Task WriteAsync(IPage page, string field, string text)
    {
        await TabToAsync(page, $"[name='{field}']");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }
}
