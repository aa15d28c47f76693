using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>What the secretariat does all day, without a mouse, and where a meeting leads.</summary>
[Collection(OneSite.Name)]
public sealed class SecretariatTests(Site site)
{
    [Fact]
    public async Task A_person_is_added_with_the_keyboard_alone()
    {
        var page = await site.OpenAsync("/sekretariat/personer");
        await ReachAsync(page, "a[href*='/sekretariat/personer/ny']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/sekretariat/personer/ny");

        await ReachAsync(page, "#felt-name");
        await page.Keyboard.TypeAsync("Kontorchef uden mus");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("uden-mus@example.invalid");
        await ReachAsync(page, "button[value='add:seats']");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#felt-seats-0--forum").WaitForAsync();
        // What was typed is still there when the row has come.
        (await page.Locator("#felt-name").InputValueAsync()).ShouldBe("Kontorchef uden mus");

        await ReachAsync(page, "#felt-seats-0--forum");
        await page.Keyboard.TypeAsync("Chefforum");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Medlem");
        // Enter in a field saves: it presses neither the button that adds a row nor the one that removes one.
        await ReachAsync(page, "#felt-title", backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".alert-success").WaitForAsync();

        (await page.Locator("main table").InnerTextAsync()).ShouldContain("Kontorchef uden mus");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task From_the_front_a_press_leads_to_the_round_that_is_running_and_its_page_is_whole()
    {
        var page = await site.OpenAsync("/moeder");
        await page.Locator(".meeting-next a[href*='/runder/']").First.ClickAsync();
        await page.WaitForURLAsync("**/runder/**");

        (await WholePage.ViolationsAsync(page)).ShouldBe("[]");
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("Statusrunde");
        await page.Context.CloseAsync();
    }

    /// <summary>Presses Tab until the element has the focus; fails when it is never reached.</summary>
    private static async Task ReachAsync(IPage page, string selector, bool backwards = false)
    {
        var wanted = page.Locator(selector).First;
        for (var press = 0; press < 150; press++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }
        throw new InvalidOperationException($"The keyboard never reaches {selector}.");
    }
}
