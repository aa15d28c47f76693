using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>How somebody works a page. Fields are named as their forms name them, so that one walk can be walked by any hand.</summary>
internal abstract class Hand(IPage page)
{
    private static readonly TimeSpan MostWaited = TimeSpan.FromSeconds(60);

    public IPage Page { get; } = page;

    /// <summary>Follows a link or presses a button, and waits for the page it leads to.</summary>
    public abstract Task GoAsync(string selector);

    /// <summary>Writes in a field, in place of what stands there.</summary>
    public abstract Task WriteAsync(string field, string text);

    /// <summary>A day whose day and month are one number: it is typed alike wherever the browser comes from.</summary>
    public abstract Task DateAsync(string field, int dayAndMonth, int year);

    /// <summary>Chooses a radio button.</summary>
    public abstract Task ChooseAsync(string field, string value);

    /// <summary>Chooses in a drop-down list.</summary>
    public abstract Task PickAsync(string field, string value);

    /// <summary>Holds that the page says this.</summary>
    public async Task ReadsAsync(params string[] texts)
    {
        foreach (var text in texts) await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);
    }

    /// <summary>Does it, and waits for the page it leads to: what comes next is meant for that one.</summary>
    public static async Task LeadsOnAsync(IPage page, Func<Task> act)
    {
        var there = new TaskCompletionSource();
        void Loaded(object? sender, IPage loaded) => there.TrySetResult();
        page.DOMContentLoaded += Loaded;
        await act();
        await there.Task.WaitAsync(MostWaited, TestContext.Current.CancellationToken);
        page.DOMContentLoaded -= Loaded;
    }

    protected ILocator Find(string field) => Page.Locator($"main [name='{field}']").First;

    protected static string Iso(int dayAndMonth, int year) => $"{year:0000}-{dayAndMonth:00}-{dayAndMonth:00}";
}

/// <summary>With a mouse, or a finger; works without script.</summary>
internal sealed class Pointer(IPage page) : Hand(page)
{
    public override Task GoAsync(string selector) => LeadsOnAsync(Page, () => Page.Locator(selector).First.ClickAsync());

    public override Task WriteAsync(string field, string text) => Find(field).FillAsync(text);

    public override Task DateAsync(string field, int dayAndMonth, int year) => Find(field).FillAsync(Iso(dayAndMonth, year));

    public override Task ChooseAsync(string field, string value) => Page.CheckAsync($"main [name='{field}'][value='{value}']");

    public override Task PickAsync(string field, string value) => Find(field).SelectOptionAsync(value);
}

/// <summary>With the keyboard alone: Tab to it, and only then write, choose or press.</summary>
internal sealed class Keys(IPage page) : Hand(page)
{
    // More than stands on any page.
    private const int MostStops = 300;

    public override async Task GoAsync(string selector)
    {
        await TabToAsync(Page.Locator(selector).First, selector);
        await LeadsOnAsync(Page, () => Page.Keyboard.PressAsync("Enter"));
    }

    public override async Task WriteAsync(string field, string text)
    {
        await TabToAsync(Find(field), field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    public override async Task DateAsync(string field, int dayAndMonth, int year)
    {
        await TabToAsync(Find(field), field);
        await Page.Keyboard.TypeAsync($"{dayAndMonth:00}{dayAndMonth:00}{year:0000}");
        (await Find(field).InputValueAsync()).ShouldBe(Iso(dayAndMonth, year));
    }

    /// <summary>Tabs to the group, and moves within it with the arrow keys.</summary>
    public override async Task ChooseAsync(string field, string value)
    {
        var wanted = $"main [name='{field}'][value='{value}']";
        for (var stops = 0; stops < MostStops && !await Page.EvaluateAsync<bool>("name => document.activeElement.name === name", field); stops++)
            await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Space");
        for (var steps = 0; steps < 8 && !await Page.IsCheckedAsync(wanted); steps++) await Page.Keyboard.PressAsync("ArrowDown");
        (await Page.IsCheckedAsync(wanted)).ShouldBeTrue($"{field} cannot be chosen with the keyboard at {Page.Url}");
    }

    public override async Task PickAsync(string field, string value)
    {
        var list = Find(field);
        await TabToAsync(list, field);
        await Page.Keyboard.PressAsync("Home");
        for (var steps = 0; steps < MostStops && await list.InputValueAsync() != value; steps++) await Page.Keyboard.PressAsync("ArrowDown");
        (await list.InputValueAsync()).ShouldBe(value);
    }

    private async Task TabToAsync(ILocator there, string what)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await there.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await Page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"{what} cannot be reached with the Tab key at {Page.Url}.");
    }
}
