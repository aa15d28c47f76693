using Initiatives.Reporting.Print;
using Initiatives.Support;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>
/// The real program serving the sample clusters with their example history, and a real Chromium to read it with. One of each
/// for all tests: the pages only read.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private TestDatabase? database;
    private ServiceProcess? service;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address => service!.Address;

    public HttpClient Http => service!.Http;

    public async ValueTask InitializeAsync()
    {
        var executable = Initiatives.Reporting.Print.Browser.Find()
            ?? throw new InvalidOperationException("These tests read pages in a real browser. Install Chromium (Debian: apt-get install chromium), or name one in INITIATIVES_CHROMIUM.");
        var server = await PostgresServer.SharedAsync();
        database = await server.CreateDatabaseAsync(DatabaseTemplate.Empty);
        var settings = new Dictionary<string, string> { ["INITIATIVES_POSTGRES"] = database.ConnectionString, ["INITIATIVES_OPERATOR_TOKEN"] = "browser-tests-operator-token-0123456789" };
        var (code, _, errors) = await ServiceProcess.RunAsync(["demo"], settings);
        code.ShouldBe(0, errors);
        service = await ServiceProcess.ServeAsync(settings);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Args = ["--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>()],
        });
    }

    /// <summary>A reader with a window of this width.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, bool script = true)
    {
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, BaseURL = Address.ToString(), Locale = "da-DK" });
        var page = await context.NewPageAsync();
        page.Request += (_, request) => Foreign.AddRange(new Uri(request.Url) is { Scheme: "http" or "https" } asked && asked.Authority != Address.Authority ? [request.Url] : []);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Every address outside the service that any page has asked for.</summary>
    public List<string> Foreign { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (service is not null)
            await service.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<Site>
{
    public const string Name = "site";
}
