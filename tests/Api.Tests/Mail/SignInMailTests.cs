using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Api.Features.People;
using Initiatives.Api.Mail;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.Mail;

/// <summary>From an address typed on the sign-in page, through a mail, to being signed in.</summary>
public sealed partial class SignInMailTests : IDisposable
{
    private const string Known = "sekretariat@example.invalid";

    private readonly TemporaryDirectory _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_link_in_a_mail_signs_in_the_browser_that_asked_once_and_no_other()
    {
        await using var host = await StartAsync();
        using var browser = Browser(host);
        var asked = await AskAsync(browser, Known, "/rapporter?klynge=nordjylland-midt");
        var read = await MailServer.ReadAsync(await ArrivedAsync());
        read.Headers["To"].ShouldBe(Known);
        read.Headers["Subject"].ShouldBe("Log ind på Initiatives");
        var link = Link().Match(read.Plain).Value;
        link.ShouldStartWith("https://initiatives.example.org/log-ind/");
        var path = new Uri(link).PathAndQuery;

        using var another = Browser(host);
        (await another.GetAsync(path, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var followed = await browser.GetAsync(path, Cancellation);
        (followed.StatusCode, followed.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.SeeOther, "/rapporter?klynge=nordjylland-midt"));
        (await browser.GetAsync("/min-side", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(path, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        // Nothing of the link is left where somebody who reads the database could find it.
        (await Post.AllAsync(host, $"html = '' AND plain = '' AND cause NOT LIKE '%{new Uri(link).Segments[^1]}%'")).ShouldBeTrue();

        (await AskAsync(another, "ingen@example.invalid", "/")).ShouldBe(asked, "who is known is not told");
        (await host.ScalarAsync("SELECT count(*) FROM outgoing_mail")).ShouldBe(1L);
    }

    private async Task<ApiHost> StartAsync()
    {
        var host = await Midt.StartAsync($"--{MailSettings.Pickup}={_folder.Path}", "--Mail:Send=true", "--Mail:Look=00:00:00.1", $"--{PublicAddress.Setting}=https://initiatives.example.org");
        var person = new Person("sekretariat", Midt.Cluster, "Sekretariatet", Known, null, null, "da", []) { Roles = [new(ClusterRoleKind.Secretariat)] };
        await using var connection = await host.Services.GetRequiredService<EventStoreDataSources>().System.OpenConnectionAsync(Cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { PeopleRegister.Recording(person) } };
        await batch.ExecuteNonQueryAsync(Cancellation);
        return host;
    }

    private async Task<string> ArrivedAsync()
    {
        await Eventually.HoldsAsync(() => Task.FromResult(Directory.EnumerateFiles(_folder.Path, "*.eml").Any()));
        return Directory.EnumerateFiles(_folder.Path, "*.eml").Single();
    }

    private static HttpClient Browser(ApiHost host) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Client.BaseAddress };

    /// <returns>What the page says.</returns>
    private static async Task<string> AskAsync(HttpClient browser, string mail, string back)
    {
        var page = await browser.GetStringAsync($"/log-ind?til={Uri.EscapeDataString(back)}", Cancellation);
        var key = KeyField().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("mail", mail), new("til", back), new("key", key)]);
        using var answer = await browser.PostAsync("/log-ind", form, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return Said().Match(await answer.Content.ReadAsStringAsync(Cancellation)).Value;
    }

    [GeneratedRegex("https://\\S+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex KeyField();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex Said();
}
