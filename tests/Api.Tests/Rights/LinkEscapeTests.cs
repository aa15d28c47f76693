using System.Net;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Pages;
using Initiatives.Domain;
using Microsoft.Extensions.DependencyInjection;
using Browser = Initiatives.Api.Tests.SignIn.Visitor;

namespace Initiatives.Api.Tests.Rights;

/// <summary>Links and ids that are somebody else's, over, or for something else: each opens nothing and stores nothing.</summary>
public sealed class LinkEscapeTests : IAsyncLifetime
{
    private const string Status = "/indsatser/10/status";
    private const string Syd = "nordjylland-syd";

    // The day after the meeting that the statuses are for.
    private static readonly DateTimeOffset RoundEnds = new(2023, 8, 31, 0, 0, 0, TimeSpan.Zero);

    private ApiHost _host = null!;
    private Visitor _owner = null!;

    private TaskLinks Links => _host.Services.GetRequiredService<TaskLinks>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        await Midt.SetUpAsync(_host, Syd, "Sundhedsklynge Syd");
        (await Midt.OrderAsync(_host, 12, Syd)).Status.ShouldBe(201);
        await Midt.StartedAsync(_host);
        _owner = await Visitor.SignInAsync(_host, "person-1");
        _host.Clock.Now = new(2023, 8, 16, 9, 0, 0, TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_task_link_opens_its_own_form_and_nothing_else_whatever_is_done_with_its_cookie()
    {
        var secret = await LinkAsync();
        using var browser = new Browser(_host.Client.BaseAddress!);
        var followed = await browser.GetAsync($"/opgave/{secret}");
        (await browser.GetAsync(followed.Location!.PathAndQuery)).Status.ShouldBe(200);
        var cookie = browser.Cookie("initiatives-task", Status)!;

        using var thief = new Browser(_host.Client.BaseAddress!);
        foreach (var name in new[] { "initiatives-task", "initiatives" }) thief.Keep(name, cookie);
        foreach (var path in new[] { "/", "/indsatser/11", "/indsatser/10/ordrebekraeftelse", "/indsatser/10/projektgruppe", "/indsatser/11/status", "/rapporter", "/godkendelser", "/opgaver", "/min-side", $"/?klynge={Syd}" })
            (await thief.GetAsync(path)).Status.ShouldNotBe(200, path);
        using var program = _host.NewClient(secret);
        (await program.GetAsync($"{Midt.Initiatives}/10", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_task_link_may_be_opened_again_until_its_round_is_over_and_then_neither_it_nor_its_form_works()
    {
        var secret = await LinkAsync();
        using var scanner = new Browser(_host.Client.BaseAddress!);
        (await scanner.GetAsync($"/opgave/{secret}")).Status.ShouldBe(303, "a mail program looks first, and uses nothing up");
        using var browser = new Browser(_host.Client.BaseAddress!);
        (await browser.GetAsync($"/opgave/{secret}")).Status.ShouldBe(303);
        (await browser.GetAsync(Status)).Status.ShouldBe(200);
        _host.Clock.Now = RoundEnds.AddMinutes(1);

        await StoresNothingAsync(async () =>
        {
            (await browser.GetAsync(Status)).Status.ShouldNotBe(200);
            (await browser.PostRawAsync(Status, ("do", "uaendret"))).Status.ShouldNotBe(303);
            (await browser.GetAsync($"/opgave/{secret}")).Status.ShouldBe(410);
        });
    }

    [Fact]
    public async Task A_task_link_that_is_revoked_is_over_at_once_also_where_it_was_followed()
    {
        var secret = await LinkAsync();
        using var browser = new Browser(_host.Client.BaseAddress!);
        await browser.GetAsync($"/opgave/{secret}");
        (await browser.GetAsync(Status)).Status.ShouldBe(200);

        await Links.RevokeAsync(Midt.Cluster, "person-1", Cancellation);

        (await browser.GetAsync($"/opgave/{secret}")).Status.ShouldBe(410);
        await Initiatives.Support.Eventually.HoldsAsync(async () => (await browser.GetAsync(Status)).Status != 200);
    }

    [Fact]
    public async Task A_task_link_of_somebody_who_does_not_answer_for_the_initiative_opens_nothing()
    {
        using var reader = await Visitor.SignInAsync(_host, "person-9");
        using var browser = new Browser(_host.Client.BaseAddress!);
        var followed = await browser.GetAsync($"/opgave/{await LinkAsync("person-9")}");

        (await browser.GetAsync(followed.Location!.PathAndQuery)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_link_that_was_never_made_opens_nothing()
    {
        using var browser = new Browser(_host.Client.BaseAddress!);
        foreach (var secret in new[] { Secret.Make(), "x", "' OR 1=1 --", "..%2f..%2fetc%2fpasswd", new string('a', 3000), "%00" })
        {
            foreach (var door in new[] { "/opgave/", "/log-ind/" })
                (await browser.GetAsync(door + Uri.EscapeDataString(secret))).Status.ShouldBeInRange(400, 499);
        }
    }

    [Fact]
    public async Task A_sign_in_link_is_over_after_its_quarter_of_an_hour_and_leads_nowhere_but_here()
    {
        using var browser = new Browser(_host.Client.BaseAddress!);
        await browser.GetAsync("/log-ind");
        var made = _host.Services.GetRequiredService<SignInLinks>();
        async Task<string> MakeAsync() => (await made.MakeAsync($"person-1@{Midt.Cluster}.invalid", browser.Cookie("initiatives-visitor")!, Cancellation))!;

        var old = await MakeAsync();
        _host.Clock.Now += SignInLinks.Lasts;
        (await browser.GetAsync($"/log-ind/{old}")).Status.ShouldBe(410);
        foreach (var elsewhere in new[] { "https://example.org/", "//example.org/", "/\\example.org", "/\r\nSet-Cookie: initiatives=x" })
        {
            _host.Clock.Now += SignInLinks.Lasts;
            var followed = await browser.GetAsync($"/log-ind/{await MakeAsync()}?til={Uri.EscapeDataString(elsewhere)}");
            (followed.Status, followed.Location?.PathAndQuery, followed.Location?.Authority).ShouldBe((303, "/", _host.Client.BaseAddress!.Authority));
        }
    }

    [Theory]
    [InlineData("<b>x</b>")]
    [InlineData("a@example.org\r\nBcc: alle@example.org")]
    [InlineData("a@example.org, alle@example.org")]
    [InlineData("\"\r\nBcc: alle@example.org\"@example.org")]
    public async Task What_is_no_plain_address_gets_no_sign_in_link(string typed)
    {
        using var browser = new Browser(_host.Client.BaseAddress!);
        await StoresNothingAsync(async () =>
        {
            var answer = await browser.PostAsync("/log-ind", "/log-ind", ("mail", typed), ("til", "/"));
            answer.Status.ShouldBe(400);
            answer.Text.ShouldNotContain("<b>x</b>");
        });
    }

    [Fact]
    public async Task Another_clusters_initiative_edition_meeting_and_draft_are_not_there()
    {
        using var secretariat = await Visitor.SignInAsync(_host, "secretariat", roles: [new(ClusterRoleKind.Secretariat)]);
        await Midt.SendAsync(_host, Syd, new CalendarWish(new ScheduleMeeting("chefforum", new(2023, 9, 20))));
        var edition = await _host.SendAsync("POST", $"/api/v1/clusters/{Syd}/editions", new { kind = "afvigelsesrapport", meeting = "next" });
        var id = edition.Json.GetProperty("id").GetString();

        await StoresNothingAsync(async () =>
        {
            foreach (var path in new[] { "/indsatser/12", "/indsatser/12/ejerskab", "/indsatser/12/ordrebekraeftelse/1", "/godkendelser/12/1", $"/rapporter/{id}", $"/rapporter/{id}.pdf" })
            {
                (await secretariat.OpenAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
                (await secretariat.OpenAsync($"{path}?klynge={Syd}")).Status.ShouldBe(HttpStatusCode.Forbidden, path);
            }
            // A form of one's own cluster, sent to another, and one that names what is there and not here.
            const string Owning = "/indsatser/10/ejerskab";
            var form = await secretariat.OpenAsync(Owning);
            var fields = new Dictionary<string, string> { ["organisation"] = "auh" };
            (await secretariat.SendAsync(form, $"/indsatser/12/ejerskab?klynge={Syd}", "send", fields)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await secretariat.SendAsync(form, "/indsatser/12/ejerskab", "send", fields)).Status.ShouldBe(HttpStatusCode.NotFound);
            foreach (var path in new[] { "initiatives/12", "initiatives/12/events", "meetings/chefforum-2023-09-20", $"editions/{id}", "initiatives/10/status-draft", "people/secretariat", "board" })
            {
                (await _owner.AskAsync("GET", $"/api/v1/clusters/{Syd}/{path}")).Status.ShouldBe(403, path);
                if (path.Contains("12", StringComparison.Ordinal) || path.Contains("09-20", StringComparison.Ordinal))
                    (await _owner.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/{path}")).Status.ShouldBe(404, path);
            }
        });
    }

    private Task<string> LinkAsync(string person = "person-1") =>
        Links.MakeAsync(new(Midt.Cluster, person, Streams.Initiative(Midt.Plan, 10), "chefforum-2023-08-30", RoundEnds), Cancellation);

    private async Task StoresNothingAsync(Func<Task> tried)
    {
        const string Stored = "SELECT (SELECT count(*) FROM mt_events) || '/' || (SELECT count(*) FROM drafts) || '/' || (SELECT count(*) FROM outgoing_mail) || '/' || (SELECT count(*) FROM sign_in_links)";
        var before = await _host.ScalarAsync(Stored);
        await tried();
        (await _host.ScalarAsync(Stored)).ShouldBe(before);
    }
}
