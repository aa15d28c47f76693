using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Pages;
using Initiatives.Domain;
using Browser = Initiatives.Api.Tests.SignIn.Visitor;

namespace Initiatives.Api.Tests.Procedures;

/// <summary>Written procedures through the API and the pages: who is asked answers, by a link that opens nothing else, and what is concluded becomes what it means.</summary>
public sealed partial class ProcedureLifeTests(ProcedureLifeTests.OneHost one) : IClassFixture<ProcedureLifeTests.OneHost>, IAsyncLifetime
{
    /// <summary>One service for all; each test has a cluster of its own.</summary>
    public sealed class OneHost : IAsyncLifetime
    {
        private int _clusters;

        internal ApiHost Host { get; private set; } = null!;

        public string NextCluster() => FormattableString.Invariant($"skriftlig-{++_clusters}");

        public async ValueTask InitializeAsync() => Host = await ApiHost.StartAsync(Midt.OrderDay);

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    private const string Confirmation = "confirmation-handleplan-2023-10-1";

    private static readonly DateTimeOffset Asking = new(2023, 3, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly ApiHost _host = one.Host;
    private readonly string _cluster = one.NextCluster();
    private Visitor _chair = null!;
    private Visitor _member = null!;

    public async ValueTask InitializeAsync()
    {
        _host.Clock.Now = Midt.OrderDay;
        await Midt.SetUpAsync(_host, _cluster, "Sundhedsklynge Midt");
        var ordered = await Midt.OrderAsync(_host, 10, _cluster);
        var owned = await _host.SendAsync("PUT", $"{Cluster}/initiatives/10/ownership", new { organisation = "aalborg", owner = "person-1", projectLead = "person-2" }, ordered.ETag);
        (await _host.SendAsync("PUT", $"{Cluster}/initiatives/10/confirmations/1", Midt.Terms(), owned.ETag)).Status.ShouldBe(201);
        _host.Clock.Now = Asking;
        _chair = await SignInAsync("formand", [new("chefforum", ForumRole.Chair)]);
        _member = await SignInAsync("medlem", [new("chefforum", ForumRole.Member)]);
    }

    public ValueTask DisposeAsync()
    {
        _chair.Dispose();
        _member.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_confirmation_is_approved_in_writing_and_the_next_agenda_tells_of_it()
    {
        await StartAsync("a", Confirmation);
        (await TasksAsync(_member)).ShouldBe(["answer-procedure"]);
        await AnswerAsync(_member, "a", "agrees-with-remarks", "Effekten måles efter et halvt år");
        (await TasksAsync(_member)).ShouldBeEmpty();
        (await ConcludeAsync(_chair, "a", new { outcome = "approved" })).Code.ShouldBe("early-conclusion-needs-reason");
        await AnswerAsync(_chair, "a", "agrees");
        (await TasksAsync(_chair)).ShouldContain("conclude-procedure");

        var concluded = await ConcludeAsync(_chair, "a", new { outcome = "approved-with-remarks", remarks = new[] { "Effekten måles" } });
        concluded.Status.ShouldBe(200, concluded.Text);
        Facts(concluded).ShouldBe(["procedure_concluded", "confirmation_approved"]);
        (await _host.ScalarAsync($"SELECT concat(data ->> 'How', ' ', data ->> 'Meeting') FROM mt_events WHERE tenant_id = '{_cluster}' AND type = 'confirmation_approved'")).ShouldBe("WrittenProcedure ");
        (await TasksAsync(_chair)).ShouldNotContain("conclude-procedure");

        var told = (await _host.SendAsync("GET", $"{Cluster}/meetings/chefforum-2023-03-31/agenda")).Json.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("kind").GetString() == "procedure");
        told.GetProperty("recommendation").GetString().ShouldBe("Det indstilles, at Chefforum tager udfaldet af den skriftlige godkendelse til efterretning.");
        told.GetProperty("background").GetString().ShouldBe("Chefforum godkendte ordrebekræftelsen.\nBemærkning: Effekten måles");
        (await _chair.OpenAsync("/skriftlige-godkendelser/a")).Text.ShouldContain("Bemærkning: Effekten måles");
        (await _host.ScalarAsync($"SELECT string_agg(recipient, ' ' ORDER BY recipient) FROM outgoing_mail WHERE tenant_id = '{_cluster}' AND cause = 'procedure-ended/a'")).ShouldBe($"formand-{_cluster} medlem-{_cluster}");
    }

    [Fact]
    public async Task What_the_initiative_refuses_is_not_concluded_and_sending_a_conclusion_again_writes_nothing()
    {
        await StartAsync("a", Confirmation);
        await AnswerAsync(_chair, "a", "agrees");
        await AnswerAsync(_member, "a", "disagrees", "Økonomien er ikke fordelt");
        var before = await _host.CountEventsAsync();
        (await ConcludeAsync(_chair, "a", new { outcome = "returned" })).Code.ShouldBe("text-missing");
        (await ConcludeAsync(_chair, "a", new { outcome = "approved-with-reservations" })).Code.ShouldBe("reservations-missing");
        (await _host.CountEventsAsync()).ShouldBe(before);

        (await ConcludeAsync(_chair, "a", new { outcome = "returned", reasons = "Økonomien fordeles" })).Status.ShouldBe(200);
        Facts(await ConcludeAsync(_chair, "a", new { outcome = "returned", reasons = "Økonomien fordeles" })).ShouldBeEmpty();
        (await ConcludeAsync(_chair, "a", new { outcome = "approved" })).Code.ShouldBe("procedure-concluded-otherwise");
        (await _host.CountEventsAsync()).ShouldBe(before + 2);
    }

    [Fact]
    public async Task Two_who_conclude_at_once_come_to_one_outcome()
    {
        await StartAsync("a", Confirmation);
        await AnswerAsync(_chair, "a", "agrees");
        await AnswerAsync(_member, "a", "agrees");

        var both = await Task.WhenAll(ConcludeAsync(_chair, "a", new { outcome = "approved" }), ConcludeAsync(_chair, "a", new { outcome = "returned", reasons = "Uklart" }));

        both.Select(b => b.Status).Order().ShouldBe([200, 409]);
        (await _host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE tenant_id = '{_cluster}' AND type IN ('procedure_concluded', 'confirmation_approved', 'confirmation_returned')")).ShouldBe(2L);
    }

    [Fact]
    public async Task The_link_in_the_mail_opens_its_own_procedure_for_an_answer_and_nothing_else()
    {
        await StartAsync("a", Confirmation);
        await StartAsync("b", null);
        using var browser = new Browser(_host.Client.BaseAddress!);
        var sent = await browser.GetAsync(await LinkAsync("procedure-asked/a", "medlem"));
        sent.Location!.AbsolutePath.ShouldBe("/skriftlige-godkendelser/a");
        var page = await browser.GetAsync(sent.Location.PathAndQuery);
        (page.Status, page.Text.Contains("felt-stance", StringComparison.Ordinal), page.Text.Contains("/udfald/", StringComparison.Ordinal)).ShouldBe((200, true, false));
        var answered = await browser.PostAsync($"/skriftlige-godkendelser/a/svar?klynge={_cluster}", sent.Location.PathAndQuery, ("stance", "Agrees"), ("text", ""));
        answered.Location!.Query.ShouldContain("done=ProcedureAnswered", Case.Sensitive, answered.Text);
        (await ReadAsync("a")).GetProperty("members").EnumerateArray().Single(m => m.GetProperty("person").GetString() == $"medlem-{_cluster}").GetProperty("stance").GetString().ShouldBe("agrees");

        // As a thief shows its cookie: to another procedure, to conclude this one, to the list, to the initiative.
        using var thief = new Browser(_host.Client.BaseAddress!);
        thief.Keep("initiatives-task", browser.Cookie("initiatives-task", "/skriftlige-godkendelser/a")!);
        foreach (var path in new[] { "/skriftlige-godkendelser/b", "/skriftlige-godkendelser/a/udfald/godkendt", "/skriftlige-godkendelser", "/skriftlige-godkendelser/ny", "/indsatser/10", "/indsatser/10/status", "/opgaver" })
            (await thief.GetAsync($"{path}?klynge={_cluster}")).Status.ShouldBe(403, path);
        foreach (var path in new[] { "/skriftlige-godkendelser/b/svar", "/skriftlige-godkendelser/a/frist", "/skriftlige-godkendelser/a/tilbage", "/skriftlige-godkendelser/a/udfald/godkendt" })
            (await thief.PostAsync($"{path}?klynge={_cluster}", $"/skriftlige-godkendelser/a?klynge={_cluster}", ("stance", "Agrees"), ("reason", "x"))).Status.ShouldBe(403, path);
    }

    [Fact]
    public async Task An_answer_after_the_deadline_is_refused_with_what_to_do_and_taken_once_the_deadline_is_later()
    {
        await StartAsync("a", Confirmation);
        _host.Clock.Now = new(2023, 3, 27, 21, 59, 0, TimeSpan.Zero);
        var page = await _member.OpenAsync("/skriftlige-godkendelser/a");
        await AnswerAsync(_chair, "a", "agrees");
        _host.Clock.Now = new(2023, 3, 27, 22, 1, 0, TimeSpan.Zero);

        var late = await _member.AskAsync("PUT", $"{Cluster}/procedures/a/answer", new { stance = "agrees" });
        (late.Status, late.Code).ShouldBe((409, "answer-too-late"));
        (await _member.SendAsync(page, "/skriftlige-godkendelser/a/svar", "", new() { ["stance"] = "Agrees" })).Text.ShouldContain("Skriv til sekretariatet, som kan forlænge fristen.");
        (await _member.OpenAsync("/skriftlige-godkendelser/a")).Html.ShouldNotContain("felt-stance");

        (await _chair.AskAsync("PUT", $"{Cluster}/procedures/a/deadline", new { deadline = "2023-03-30", reason = "Påske" })).Status.ShouldBe(200);
        (await _host.ScalarAsync($"SELECT string_agg(recipient, ' ') FROM outgoing_mail WHERE tenant_id = '{_cluster}' AND cause = 'procedure-extended/a/2023-03-30'")).ShouldBe($"medlem-{_cluster}", "who has answered is not asked again");
        (await _host.ScalarAsync($"SELECT plain FROM outgoing_mail WHERE tenant_id = '{_cluster}' AND cause = 'procedure-extended/a/2023-03-30'")).ShouldNotBeNull().ToString()!.ShouldContain("Der er mere tid, fordi: Påske");
        await AnswerAsync(_member, "a", "agrees");
    }

    [Fact]
    public async Task Another_cluster_another_forum_and_those_who_were_not_asked_have_no_say()
    {
        await StartAsync("a", Confirmation);
        using var director = await SignInAsync("direktoer", [new("direktoerforum", ForumRole.Chair)]);
        using var patient = await SignInAsync("patient", [new("chefforum", ForumRole.PatientRepresentative)]);
        using var joined = await SignInAsync("ny", [new("chefforum", ForumRole.Member)]);
        var elsewhere = $"{_cluster}-syd";
        await Midt.SendAsync(_host, elsewhere, new ClusterWish(new RegisterCluster(elsewhere, "Syd", null), Creates: true));
        using var stranger = await Visitor.SignInAsync(_host, $"fremmed-{_cluster}", [new("chefforum", ForumRole.Chair)], roles: [new(ClusterRoleKind.Secretariat)], cluster: elsewhere);

        (await director.AskAsync("PUT", $"{Cluster}/procedures/a/answer", new { stance = "agrees" })).Status.ShouldBe(403);
        (await ConcludeAsync(director, "a", new { outcome = "approved" })).Status.ShouldBe(403);
        (await patient.AskAsync("PUT", $"{Cluster}/procedures/a/answer", new { stance = "agrees" })).Status.ShouldBe(403);
        (await joined.AskAsync("PUT", $"{Cluster}/procedures/a/answer", new { stance = "agrees" })).Code.ShouldBe("procedure-not-asked");
        (await joined.AskAsync("PUT", $"{Cluster}/procedures/a/answer", new { stance = "agrees", person = $"medlem-{_cluster}" })).Status.ShouldBe(403);
        (await stranger.AskAsync("PUT", $"{Cluster}/procedures/a/answer", new { stance = "agrees" })).Status.ShouldBe(403);
        (await stranger.OpenAsync($"/skriftlige-godkendelser/a?klynge={_cluster}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.OpenAsync("/skriftlige-godkendelser/a")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_deputy_answers_in_the_members_place_and_it_is_told_as_that()
    {
        using var deputy = await SignInAsync("stedfortraeder", []);
        (await _host.SendAsync("PUT", $"{Cluster}/people/medlem-{_cluster}", new
        {
            name = "Medlem", mail = "medlem@example.org", seats = new[] { new { forum = "chefforum", role = "member" } }, deputies = new[] { new { person = $"stedfortraeder-{_cluster}" } },
        }, "*")).Status.ShouldBe(200);
        await StartAsync("a", null);

        await AnswerAsync(deputy, "a", "agrees");

        (await _chair.OpenAsync("/skriftlige-godkendelser/a")).Text.ShouldContain($"Tilslutning 20. mar. 2023 ved Navn stedfortraeder-{_cluster}");
        (await _host.ScalarAsync($"SELECT headers ->> 'on_behalf_of' FROM mt_events WHERE tenant_id = '{_cluster}' AND type = 'procedure_answered'")).ShouldBe($"medlem-{_cluster}");
        (await _host.ScalarAsync($"SELECT count(*) FROM outgoing_mail WHERE tenant_id = '{_cluster}' AND cause = 'procedure-asked/a'")).ShouldBe(3L);
    }

    [Fact]
    public async Task It_is_started_answered_and_concluded_on_the_pages_and_who_is_silent_is_named()
    {
        using var secretariat = await SignInAsync("sekretariat", roles: [new(ClusterRoleKind.Secretariat)]);
        var choice = await secretariat.OpenAsync("/skriftlige-godkendelser/ny");
        choice.Html.ShouldContain($"forum=chefforum&amp;sag={Confirmation}");
        var path = "/skriftlige-godkendelser/ny?forum=chefforum&sag=andet";
        var form = await secretariat.OpenAsync(path);
        var again = await secretariat.SendAsync(form, path, "", new() { ["procedure"] = form.Hidden("procedure"), ["heading"] = "", ["recommendation"] = "Det indstilles, at Chefforum tilslutter sig datakilderne.", ["deadline"] = "2023-03-20", ["material[0].text"] = "Notat", ["material[0].link"] = "notat.pdf" });
        ((int)again.Status).ShouldBe(422, again.Text);
        (await secretariat.OpenAsync($"/skriftlige-godkendelser/ny?forum=chefforum&sag={Confirmation}")).Text.ShouldContain("Det indstilles, at Chefforum godkender ordrebekræftelsen for indsats 10");
        foreach (var field in new[] { "felt-heading", "felt-deadline", "felt-material-0--link" }) again.ErrorAt(field).ShouldNotBeNull(field);
        var started = await secretariat.SendAsync(again, path, "", new()
        {
            ["procedure"] = again.Hidden("procedure"), ["heading"] = "Datakilder", ["background"] = "Der er to kilder.", ["recommendation"] = "Det indstilles, at Chefforum tilslutter sig datakilderne.",
            ["deadline"] = "2023-03-27", ["material[0].text"] = "Notat", ["material[0].link"] = "https://example.org/notat.pdf",
        });
        started.Location.ShouldNotBeNull(started.Text);
        var one = started.Location[..started.Location.IndexOf('?', StringComparison.Ordinal)];

        var page = await _member.OpenAsync(one);
        page.Html.ShouldContain("href=\"https://example.org/notat.pdf\"");
        (await _member.SendAsync(page, $"{one}/svar", "", new() { ["stance"] = "Disagrees", ["text"] = "" })).ErrorAt("felt-text").ShouldNotBeNull();
        (await _member.SendAsync(page, $"{one}/svar", "", new() { ["stance"] = "Disagrees", ["text"] = "Den ene kilde er lukket" })).Location.ShouldBe($"{one}?done=ProcedureAnswered");
        var seen = await secretariat.OpenAsync(one);
        seen.Text.ShouldContain("Den ene kilde er lukket");
        seen.Text.ShouldContain($"Har ikke svaret: Navn formand-{_cluster}. Tavshed er ikke samtykke.");

        var outcome = await secretariat.OpenAsync($"{one}/udfald/besluttet");
        outcome.Text.ShouldContain("På vegne af");
        (await secretariat.SendAsync(outcome, $"{one}/udfald/besluttet", "", new() { ["text"] = "Kun den åbne kilde bruges." })).ErrorAt("felt-earlyBecause").ShouldNotBeNull();
        (await secretariat.SendAsync(outcome, $"{one}/udfald/besluttet", "", new() { ["text"] = "Kun den åbne kilde bruges.", ["earlyBecause"] = "Indberetning i dag" })).Location.ShouldBe($"{one}?done=ProcedureConcluded");
        (await _member.OpenAsync(one)).Text.ShouldContain("Kun den åbne kilde bruges. Afsluttet før fristen: Indberetning i dag");
        (await _member.OpenAsync("/skriftlige-godkendelser")).Text.ShouldContain("Chefforum, afsluttet 20. mar. 2023: Besluttet");
        (await _chair.OpenAsync("/log")).Text.ShouldContain("En skriftlig godkendelse blev afsluttet før fristen");
    }

    [Fact]
    public async Task Whoever_concludes_on_an_older_page_is_told_who_has_answered_since()
    {
        await StartAsync("a", null);
        await AnswerAsync(_chair, "a", "agrees");
        var outcome = await _chair.OpenAsync("/skriftlige-godkendelser/a/udfald/besluttet");
        await AnswerAsync(_member, "a", "disagrees", "Nej");

        var conflict = await _chair.SendAsync(outcome, "/skriftlige-godkendelser/a/udfald/besluttet", "", new() { ["text"] = "Vedtaget", ["earlyBecause"] = "Haster" });

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        (await _host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE tenant_id = '{_cluster}' AND type = 'procedure_concluded'")).ShouldBe(0L);
    }

    [Fact]
    public async Task What_is_put_off_or_withdrawn_stands_on_the_next_agenda()
    {
        await StartAsync("a", null);
        (await ConcludeAsync(_chair, "a", new { outcome = "postponed", toMeeting = "chefforum-2023-03-31" }, "Drøftes bedst samlet")).Status.ShouldBe(200);
        await StartAsync("b", null);
        (await _chair.AskAsync("PUT", $"{Cluster}/procedures/b/withdrawal", new { reason = "Sagen er løst" })).Status.ShouldBe(200);

        var items = (await _host.SendAsync("GET", $"{Cluster}/meetings/chefforum-2023-03-31/agenda")).Json.GetProperty("items").EnumerateArray().ToList();
        items.Select(i => i.GetProperty("key").GetString()).ShouldBe(["opening", "procedure-a", "procedure-b", Confirmation, "free-1", "any-other"]);
        items[2].GetProperty("background").GetString().ShouldBe("Den skriftlige godkendelse blev trukket tilbage: Sagen er løst");
        (await _chair.OpenAsync("/moeder/chefforum-2023-03-31/punkter/procedure-a")).Html.ShouldContain("/skriftlige-godkendelser/a\"");
    }

    private string Cluster => $"/api/v1/clusters/{_cluster}";

    private Task<Visitor> SignInAsync(string id, ForumSeat[]? seats = null, ClusterRole[]? roles = null) => Visitor.SignInAsync(_host, $"{id}-{_cluster}", seats, roles: roles, cluster: _cluster);

    private async Task StartAsync(string id, string? subject)
    {
        var started = await _chair.AskAsync("PUT", $"{Cluster}/procedures/{id}", subject is null
            ? new { forum = "chefforum", deadline = "2023-03-27", heading = "Datakilder", recommendation = "Det indstilles, at Chefforum tilslutter sig datakilderne." }
            : new { forum = "chefforum", deadline = "2023-03-27", subject });
        started.Status.ShouldBe(200, started.Text);
    }

    private async Task AnswerAsync(Visitor who, string id, string stance, string? text = null)
    {
        var answered = await who.AskAsync("PUT", $"{Cluster}/procedures/{id}/answer", new { stance, text });
        answered.Status.ShouldBe(200, answered.Text);
    }

    private Task<Answer> ConcludeAsync(Visitor who, string id, object decision, string? earlyBecause = null) => who.AskAsync("PUT", $"{Cluster}/procedures/{id}/conclusion", new { decision, earlyBecause });

    private async Task<System.Text.Json.JsonElement> ReadAsync(string id) => (await _host.SendAsync("GET", $"{Cluster}/procedures/{id}")).Json;

    private static IEnumerable<string?> Facts(Answer answer) => answer.Json.GetProperty("facts").EnumerateArray().Select(f => f.GetProperty("type").GetString());

    /// <summary>What the person is asked for about written procedures.</summary>
    private async Task<string?[]> TasksAsync(Visitor visitor) =>
        [.. (await visitor.AskAsync("GET", $"{Cluster}/tasks")).Json.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("kind").GetString()).Where(k => k!.EndsWith("-procedure", StringComparison.Ordinal))];

    private async Task<string> LinkAsync(string cause, string person) =>
        Link().Match((string)(await _host.ScalarAsync($"SELECT plain FROM outgoing_mail WHERE tenant_id = '{_cluster}' AND cause = '{cause}' AND recipient = '{person}-{_cluster}'"))!).Value;

    [GeneratedRegex("/opgave/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
