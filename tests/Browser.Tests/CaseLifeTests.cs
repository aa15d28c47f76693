using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>A red initiative, from the question that is sent up to the case that is closed: four people, and no mouse in the forums' part.</summary>
public sealed class CaseLifeTests : IAsyncLifetime
{
    // What happens here changes what others read: a site of its own.
    private readonly Site _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Escalated_decided_noted_mended_and_closed()
    {
        var chair = await _site.OpenAsync("/afvigelser", persona: "Chair");
        await FollowAsync(chair, "a[href='/afvigelser/10-1']");
        await FollowAsync(chair, "a[href$='/eskaler']");
        await WriteAsync(chair, "question", "Må aftalen begynde med de tre parter, der har skrevet under?");
        await WriteAsync(chair, "recommendation", "Chefforum anbefaler, at de tre begynder nu.");
        await FollowAsync(chair, "button.button-primary[type=submit]");
        await ShowsAsync(chair, "Eskaleringen er sendt.", "Direktørforum skal besvare eskaleringen.");

        var director = await _site.OpenAsync("/eskaleringer", persona: "Director");
        await FollowAsync(director, "a[href='/eskaleringer/10-2']");
        await ChooseAsync(director, "answer", "Direction");
        await WriteAsync(director, "decision", "De tre parter begynder nu.");
        await ChooseAsync(director, "how", "WrittenProcedure");
        await FollowAsync(director, ".decide button.button-primary");
        await ShowsAsync(director, "Beslutningen er registreret.", "De tre parter begynder nu.");

        await chair.ReloadAsync();
        await FollowAsync(chair, "a[href$='/efterretning']");
        await FollowAsync(chair, "button.button-primary[type=submit]");
        await ShowsAsync(chair, "Svaret er taget til efterretning.", "Aalborg Kommune arbejder på afhjælpningen.");

        var owner = await _site.OpenAsync("/afvigelser/10-1/afhjaelpning/2/udfoert", persona: "Owner");
        await owner.FillAsync("[name=effect]", "De sidste to har skrevet under");
        await owner.ClickAsync("button.button-primary[type=submit]");
        await ShowsAsync(owner, "Afhjælpningen er meldt udført.", "De sidste to har skrevet under");
        await PostGreenAsync(owner);

        await chair.GotoAsync("/afvigelser/10-1");
        await ShowsAsync(chair, "Chefforum skal bekræfte effekten og lukke afvigelsen.");
        await FollowAsync(chair, "a[href='/afvigelser/10-1/luk']");
        await WriteAsync(chair, "effect", "Data udveksles mellem alle fem parter.");
        await FollowAsync(chair, "button.button-primary[type=submit]");
        await ShowsAsync(chair, "Afvigelsen er lukket.", "Data udveksles mellem alle fem parter.");
        (await chair.Locator("a[href$='/eskaler']").CountAsync()).ShouldBe(0, "what is closed is left alone");
    }

    private static async Task PostGreenAsync(IPage page)
    {
        await page.GotoAsync("/indsatser/10/status");
        foreach (var dimension in new[] { "time", "economy", "resources", "deliverable" }) await page.CheckAsync($"[name='dimensions.{dimension}'][value=Green]");
        await page.CheckAsync("[name=light][value=Green]");
        await page.FillAsync("[name=overrideReason]", "Forsinkelsen er indhentet", new() { Force = true });
        await page.FillAsync("[name=progress]", "Aftalen er underskrevet af alle");
        await page.FillAsync("[name=nextStep]", "Udtræk af data");
        await page.CheckAsync("[name='patientInvolvement.relevant'][value=ja]");
        await page.FillAsync("[name='patientInvolvement.text']", "Udvalget har læst med");
        await page.ClickAsync(".button-row button[value=send]");
        await ShowsAsync(page, "Status er sendt.");
    }

    private static async Task ShowsAsync(IPage page, params string[] texts)
    {
        foreach (var text in texts) await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);
    }

    /// <summary>Goes on with the Tab key until the element has focus, and presses Enter there.</summary>
    private static async Task FollowAsync(IPage page, string selector)
    {
        await TabToAsync(page, selector);
        var here = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != here);
    }

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
        for (var pressed = 0; pressed < 200 && !await page.EvaluateAsync<bool>("name => document.activeElement.name === name", field); pressed++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        for (var pressed = 0; pressed < 6 && !await page.IsCheckedAsync($"[name='{field}'][value={value}]"); pressed++) await page.Keyboard.PressAsync("ArrowDown");
        (await page.IsCheckedAsync($"[name='{field}'][value={value}]")).ShouldBeTrue($"{field} cannot be chosen with the keyboard");
    }

    private static async Task WriteAsync(IPage page, string field, string text)
    {
        await TabToAsync(page, $"[name='{field}']");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }
}
