using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>
/// For tests of one class that only read: a window for each of the demo's people, kept open from test to test. What a reader sees does not
/// depend on it, and opening one takes the browser longer than most pages do.
/// </summary>
public sealed class KeptPages(Site site) : IAsyncDisposable
{
    private readonly Dictionary<string, IPage> pages = new(StringComparer.Ordinal);

    /// <summary>The address in a window of a desk's width, whatever became of it in the test before.</summary>
    public async Task<IPage> GoToAsync(string path, string persona)
    {
        if (!pages.TryGetValue(persona, out var page)) return pages[persona] = await site.OpenAsync(path, Site.Desk, persona: persona);
        await page.SetViewportSizeAsync(Site.Desk, Site.Height);
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages.Values) await page.Context.CloseAsync();
    }
}
