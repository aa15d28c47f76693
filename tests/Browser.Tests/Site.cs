using System.Collections.Concurrent;
using System.Text.Json;
using Initiatives.Api.Platform.Postgres;
using Initiatives.Api.SignIn;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Print;
using Initiatives.Support;
using Microsoft.Playwright;
using Npgsql;

[assembly: AssemblyFixture(typeof(Initiatives.Browser.Tests.Site))]

namespace Initiatives.Browser.Tests;

/// <summary>
/// The real program serving the sample clusters with their example history, and a real Chromium to read it with. One of each
/// for all tests but those that walk through a whole life.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>Of a window, in pixels.</summary>
    public const int Desk = 1280, Height = 900;

    private TemporaryDirectory? data;
    private ServiceProcess? service;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = new();

    public Uri Address => service!.Address;

    /// <summary>Where it keeps its data.</summary>
    public string Folder => data!.Path;

    /// <summary>Signed in as the secretariat.</summary>
    public HttpClient Http => service!.Http;

    public async ValueTask InitializeAsync()
    {
        var executable = Initiatives.Reporting.Print.Browser.Find()
            ?? throw new InvalidOperationException("These tests read pages in a real browser. Install Chromium (Debian: apt-get install chromium), or name one in INITIATIVES_CHROMIUM.");
        // Its own database, as whoever tries the demo has it: only there may one be somebody at the press of a button.
        data = new TemporaryDirectory();
        service = await ServiceProcess.ServeAsync(new Dictionary<string, string> { ["INITIATIVES_DATA"] = data.Path });
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Args = ["--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>()],
        });
        using var state = JsonDocument.Parse(await SignedInAsync("Secretariat"));
        service.Http.DefaultRequestHeaders.Add("Cookie", state.RootElement.GetProperty("cookies").EnumerateArray().Select(c => $"{c.GetProperty("name")}={c.GetProperty("value")}"));
    }

    /// <summary>A reader with a window of this width, signed in as one of the demo's people.</summary>
    /// <param name="persona">Key of the persona; null for nobody.</param>
    public async Task<IPage> OpenAsync(string path, int width = Desk, bool script = true, string? persona = "Secretariat")
    {
        var state = persona is null ? null : await SignedInAsync(persona);
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = Height }, JavaScriptEnabled = script, BaseURL = Address.ToString(), Locale = "da-DK", StorageState = state });
        var page = await context.NewPageAsync();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } asked && asked.Authority != Address.Authority) Foreign.Enqueue(request.Url);
        };
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>What a browser keeps once it has pressed the persona's button; pressed once for all tests.</summary>
    private Task<string> SignedInAsync(string persona) => signedIn.GetOrAdd(persona, key => new(async () =>
    {
        await using var context = await browser!.NewContextAsync(new() { BaseURL = Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/log-ind");
        await page.Locator($"button[value={key}]").ClickAsync();
        return await context.StorageStateAsync();
    })).Value;

    /// <summary>The address in the mail that asks a person of Sundhedsklynge Midt for a status: made as the service makes it, in its own database.</summary>
    public async Task<string> TaskLinkAsync(string person, int number)
    {
        var door = new NpgsqlConnectionStringBuilder
        {
            Host = SocketDirectory.For(data!.Path), Username = EmbeddedPostgres.Superuser, Database = "initiatives", SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
        };
        await using var sources = EventStoreDataSources.Create(door.ConnectionString);
        var link = new TaskLink("eksempel-midt", person, Streams.Initiative("handleplan-2023", number), "chefforum", TimeProvider.System.GetUtcNow().AddDays(7));
        var secret = Secret.Make();
        await using var connection = await sources.App.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(link.Tenant), TaskLinks.Keeping(secret, link, TimeProvider.System.GetUtcNow()) } };
        await batch.ExecuteNonQueryAsync();
        return $"/opgave/{secret}";
    }

    /// <summary>Every address outside the service that any page has asked for.</summary>
    public ConcurrentQueue<string> Foreign { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (service is not null)
            await service.DisposeAsync();
        data?.Dispose();
    }
}

/// <summary>Tests that press buttons on the one site take turns; those that only read are tried beside them.</summary>
[CollectionDefinition(Name)]
public sealed class OneSite
{
    public const string Name = "site";
}
