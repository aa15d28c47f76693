using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>The order confirmation's steps and a forum's approval in a real browser, by keyboard alone and without script.</summary>
[Collection(OneSite.Name)]
public sealed class ConfirmationTests(Site site)
{
    private const string Path = "/indsatser/10/ordrebekraeftelse";

    [Fact]
    public async Task Without_script_what_stands_in_a_step_is_kept_whichever_button_is_pressed()
    {
        var page = await site.OpenAsync($"{Path}?trin=1", script: false, persona: "Owner");
        await page.FillAsync("[name=deliverable]", "Skrevet før springet");

        await page.ClickAsync(".step-guide button:has-text('Ressourcer')");
        (await page.Locator("h2").First.InnerTextAsync()).ShouldBe("Trin 4: Ressourcer");
        await page.ClickAsync("text=Tilføj organisation");
        await page.ClickAsync("text=Gem og gå tilbage");
        (await page.Locator("h2").First.InnerTextAsync()).ShouldBe("Trin 3: Tid");
        await page.ClickAsync(".step-guide button:has-text('Leverance')");

        (await page.InputValueAsync("[name=deliverable]")).ShouldBe("Skrevet før springet");
        await page.ClickAsync("text=Gennemse og indsend");
        (await page.Locator(".changes-view ins").First.InnerTextAsync()).ShouldContain("Skrevet før springet");
        await page.ClickAsync("text=Slet kladden");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_the_enter_key_saves_and_goes_on_and_sends_nothing()
    {
        var page = await site.OpenAsync($"{Path}?trin=2", persona: "Owner");
        await page.FocusAsync("[name='frame.amount']");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("500.000");

        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("h2").First).ToHaveTextAsync("Trin 3: Tid");
        await page.GotoAsync($"{Path}?trin=8");
        (await page.Locator(".changes-view").InnerTextAsync()).ShouldContain("500.000 kr.");
        await page.ClickAsync("text=Slet kladden");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_missing_leads_to_its_field_in_its_step()
    {
        var page = await site.OpenAsync($"{Path}?trin=1", script: false, persona: "Owner");
        await page.FillAsync("[name=deliverable]", "");
        await page.ClickAsync(".step-guide button:has-text('Gennemse')");
        await page.ClickAsync("text=Indsend til Chefforum");

        (await page.TitleAsync()).ShouldStartWith("Fejl:");
        await page.ClickAsync("text=Trin 1, Leverance:");

        (await page.Locator("#felt-deliverable").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        await page.ClickAsync("text=Slet kladden");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_chosen_outcome_decides_which_fields_are_asked_for()
    {
        var page = await site.OpenAsync("/godkendelser/12/1", script: false, persona: "Director");

        await page.CheckAsync("[name=outcome][value=Approved]");
        (await page.Locator("[name='reservations[0].text']").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("[name=reasons]").IsVisibleAsync()).ShouldBeFalse();
        await page.CheckAsync("[name=outcome][value=ApprovedWithReservations]");
        await page.FillAsync("[name='reservations[0].text']", "Økonomien afklares");
        await page.ClickAsync(".when-reserved >> text=Tilføj forbehold");

        (await page.InputValueAsync("[name='reservations[0].text']")).ShouldBe("Økonomien afklares");
        (await page.Locator("[name='reservations[1].text']").IsVisibleAsync()).ShouldBeTrue();
        (await page.IsCheckedAsync("[name=outcome][value=ApprovedWithReservations]")).ShouldBeTrue();
        await page.CheckAsync("[name=outcome][value=Returned]");
        (await page.Locator("[name=reasons]").IsVisibleAsync()).ShouldBeTrue();
        await page.Context.CloseAsync();
    }
}
