using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Pages;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Agendas;

/// <summary>Agendas and minutes through the API and the pages: what a meeting decides becomes what it means, and the minutes say so.</summary>
public sealed class AgendaLifeTests(AgendaLifeTests.OneHost one) : IClassFixture<AgendaLifeTests.OneHost>, IAsyncLifetime
{
    /// <summary>One service for all; each test has a cluster of its own.</summary>
    public sealed class OneHost : IAsyncLifetime
    {
        private int _clusters;

        internal ApiHost Host { get; private set; } = null!;

        public string NextCluster() => FormattableString.Invariant($"midt-{++_clusters}");

        public async ValueTask InitializeAsync() => Host = await ApiHost.StartAsync(Midt.OrderDay);

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    private const string March = "chefforum-2023-03-31";
    private const string April = "direktoerforum-2023-04-17";
    private const string August = "chefforum-2023-08-30";
    private const string October = "direktoerforum-2023-10-02";
    private const string Confirmation = "confirmation-handleplan-2023-10-1";
    private const string Deviation = "deviation-handleplan-2023-10-1";

    private readonly ApiHost _host = one.Host;
    private readonly string _cluster = one.NextCluster();

    public async ValueTask InitializeAsync()
    {
        _host.Clock.Now = Midt.OrderDay;
        await Midt.SetUpAsync(_host, _cluster, "Sundhedsklynge Midt");
        var ordered = await Midt.OrderAsync(_host, 10, _cluster);
        var owned = await _host.SendAsync("PUT", $"{Initiatives}/10/ownership", new { organisation = "aalborg", owner = "person-1", projectLead = "person-2" }, ordered.ETag);
        (await _host.SendAsync("PUT", $"{Initiatives}/10/confirmations/1", Midt.Terms(), owned.ETag)).Status.ShouldBe(201);
        _host.Clock.Now = new(2023, 3, 31, 12, 0, 0, TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Two_forums_approve_escalate_and_decide_through_their_agendas_and_the_minutes_say_so()
    {
        (await KeysAsync(March)).ShouldBe(["opening", Confirmation, "any-other"]);
        (await KeysAsync(April)).ShouldBe(["opening", "any-other"]);
        await DecideAsync(March, Confirmation, new { outcome = "approved-with-remarks", remarks = new[] { "Skal være handlingsorienteret" } }, "agenda_outcome_recorded", "confirmation_approved");
        (await KeysAsync(April)).ShouldContain(Confirmation);

        _host.Clock.Now = new(2023, 4, 17, 12, 0, 0, TimeSpan.Zero);
        await DecideAsync(April, Confirmation, new { outcome = "approved" }, "agenda_outcome_recorded", "confirmation_approved", "terms_took_force");
        var started = await _host.SendAsync("PUT", $"{Initiatives}/10/start", new { workingGroup = new[] { new { person = "person-3", organisation = "auh" } } }, "*");
        _host.Clock.Now = new(2023, 8, 18, 8, 0, 0, TimeSpan.Zero);
        (await _host.SendAsync("POST", $"{Initiatives}/10/statuses", Midt.Status("red"), started.ETag)).Status.ShouldBe(201);

        _host.Clock.Now = new(2023, 8, 30, 14, 0, 0, TimeSpan.Zero);
        await DecideAsync(August, Deviation, new { outcome = "decided", track = "back-to-plan" }, "agenda_outcome_recorded", "deviation_track_chosen");
        await DecideAsync(August, Deviation, new { outcome = "escalated", question = "Må der ansættes en vikar?", recommendation = "At der bevilges 150.000 kr." }, "agenda_outcome_recorded", "escalation_raised");
        _host.Clock.Now = new(2023, 10, 2, 14, 0, 0, TimeSpan.Zero);
        await DecideAsync(October, "escalation-handleplan-2023-10-1", new { outcome = "decided", answer = "money", amount = 150000, decision = "Beløbet bevilges." }, "agenda_outcome_recorded", "escalation_decided");
        _host.Clock.Now = new(2023, 10, 30, 14, 0, 0, TimeSpan.Zero);
        await DecideAsync("chefforum-2023-10-30", "answer-handleplan-2023-10-1", new { outcome = "taken-note" }, "agenda_outcome_recorded", "escalation_answer_noted");

        (await MinutesAsync(March)).ShouldContain("Chefforum godkendte ordrebekræftelsen.\nBemærkning: Skal være handlingsorienteret");
        (await MinutesAsync(August)).ShouldContain("Chefforum valgte sporet »tilbage til planen«.\nChefforum eskalerede til Direktørforum. Spørgsmål: Må der ansættes en vikar?\nIndstilling: At der bevilges 150.000 kr.");
        (await MinutesAsync(October)).ShouldContain("Direktørforum besluttede (økonomi, 150.000 kr.): Beløbet bevilges.");
    }

    [Fact]
    public async Task An_outcome_and_what_it_means_are_written_together_and_sending_it_again_writes_nothing()
    {
        var before = await _host.CountEventsAsync();
        var refused = await OutcomeAsync(March, Confirmation, new { outcome = "returned" });
        (refused.Status, refused.Code).ShouldBe((409, "text-missing"));
        (await _host.CountEventsAsync()).ShouldBe(before, "the agenda knows nothing of what the initiative refused");

        await DecideAsync(March, Confirmation, new { outcome = "returned", reasons = "Indikatorerne mangler" }, "agenda_outcome_recorded", "confirmation_returned");
        (await _host.CountEventsAsync()).ShouldBe(before + 2);
        await DecideAsync(March, Confirmation, new { outcome = "returned", reasons = "Indikatorerne mangler" });
        (await _host.CountEventsAsync()).ShouldBe(before + 2);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_refused_with_a_code()
    {
        (await OutcomeAsync(March, "opening", new { outcome = "returned" })).Code.ShouldBe("outcome-not-for-item");
        (await OutcomeAsync(March, "nothing-1", new { outcome = "approved" })).Status.ShouldBe(404);
        (await OutcomeAsync("chefforum-2024-01-01", "opening", new { outcome = "approved" })).Status.ShouldBe(404);
        (await OutcomeAsync(March, Confirmation, new { outcome = "approved-with-reservations" })).Code.ShouldBe("reservations-missing");
        (await OutcomeAsync(March, Confirmation, new { outcome = "postponed" })).Code.ShouldBe("to-meeting-missing");
        (await OutcomeAsync(August, "opening", new { outcome = "approved" })).Code.ShouldBe("meeting-not-held-yet");
    }

    [Fact]
    public async Task What_is_put_off_stands_on_the_later_agenda_and_is_told_on_this_one()
    {
        await DecideAsync(March, Confirmation, new { outcome = "postponed", toMeeting = August }, "agenda_outcome_recorded", "confirmation_postponed", "agenda_item_received");

        (await KeysAsync(August)).ShouldContain(Confirmation);
        (await KeysAsync(March)).ShouldContain(Confirmation);
        (await MinutesAsync(March)).ShouldContain("Punktet blev udskudt til mødet ons. 30. aug. 2023.");
    }

    [Fact]
    public async Task The_agenda_is_changed_over_the_API_and_reads_as_it_was_changed()
    {
        await ChangeAsync("POST", $"{March}/agenda/items", new { heading = "Datakilder", recommendation = "Det indstilles, at Chefforum drøfter datakilder." });
        await ChangeAsync("PUT", $"{March}/agenda/items/opening/recommendation", new { recommendation = "Dagsordenen godkendes." });
        await ChangeAsync("PUT", $"{March}/agenda/order", new { items = new[] { "opening", "free-1", Confirmation, "any-other" } });
        (await KeysAsync(March)).ShouldBe(["opening", "free-1", Confirmation, "any-other"]);

        await ChangeAsync("PUT", $"{March}/agenda/items/{Confirmation}/removal", new { removed = true });
        await ChangeAsync("PUT", $"{March}/agenda/items/free-1/meeting", new { toMeeting = August });
        var agenda = (await ReadAsync($"{March}/agenda")).Json;
        agenda.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("recommendation").GetString()).ShouldBe(["Dagsordenen godkendes.", ""]);
        agenda.GetProperty("takenOff").EnumerateArray().Select(i => i.GetString()).ShouldBe([Confirmation]);
        (await KeysAsync(August)).ShouldContain($"from-{March}-free-1");

        await ChangeAsync("PUT", $"{March}/agenda/items/{Confirmation}/removal", new { removed = false });
        (await KeysAsync(March)).ShouldContain(Confirmation);
    }

    [Fact]
    public async Task Minutes_are_approved_frozen_and_sent_by_the_clusters_rule_once()
    {
        await Midt.SendAsync(_host, _cluster, new ClusterWish(new SetDistribution("chefforum", ["direktoerforum"])));
        using var chair = await SignInAsync("formand", [new("chefforum", ForumRole.Chair)]);
        using var director = await SignInAsync("direktoer", [new("direktoerforum", ForumRole.Member)]);
        using var stranger = await SignInAsync("politiker", [new("politisk-niveau", ForumRole.Member)]);
        var minutes = $"/moeder/{March}/referat";
        await DecideAsync(March, "opening", new { outcome = "approved" }, "agenda_outcome_recorded");

        (await director.AskAsync("PUT", $"{Meetings}/{March}/minutes/approval")).Status.ShouldBe(403);
        var page = await chair.OpenAsync(minutes);
        page.TextIn("felt-opening").ShouldBe("Dagsordenen blev godkendt.");
        var asked = await chair.SendAsync(page, minutes, "godkend", new() { ["opening"] = "Dagsordenen blev godkendt.", ["any-other"] = "" });
        asked.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        asked.Text.ShouldMatch("Her står intet endnu: fremmødet; punkt [0-9, ]+\\. Et godkendt referat kan ikke ændres\\.");
        var approved = await chair.SendAsync(asked, minutes, "godkend-alligevel", new() { ["opening"] = "Dagsordenen blev godkendt.", ["any-other"] = "Intet." });
        approved.Location.ShouldBe($"{minutes}?done=MinutesApproved", approved.Text);
        (await OutcomeAsync(March, "any-other", new { outcome = "taken-note" })).Code.ShouldBe("minutes-approved");

        await ChangeAsync("PUT", $"{March}/minutes/distribution", null);
        await ChangeAsync("PUT", $"{March}/minutes/distribution", null);
        (await _host.ScalarAsync($"SELECT string_agg(recipient, ' ' ORDER BY recipient) FROM outgoing_mail WHERE tenant_id = '{_cluster}' AND cause = 'minutes/{March}'")).ShouldBe($"direktoer-{_cluster} formand-{_cluster}");
        ((string)(await _host.ScalarAsync($"SELECT plain FROM outgoing_mail WHERE recipient = 'direktoer-{_cluster}'"))!).ShouldContain("1. Godkendelse af dagsorden: Dagsordenen blev godkendt.");
        (await stranger.OpenAsync(minutes)).Text.ShouldContain("Godkendt og sendt til medlemmerne af Chefforum og Direktørforum.");
    }

    [Fact]
    public async Task Who_was_there_stands_in_the_minutes_by_name_as_long_as_the_register_has_it()
    {
        using var chair = await SignInAsync("formand", [new("chefforum", ForumRole.Chair)]);
        using var member = await SignInAsync("medlem", [new("chefforum", ForumRole.Member)]);
        var (minutes, attendance) = ($"/moeder/{March}/referat", $"/moeder/{March}/referat/fremmoede");
        var page = await chair.OpenAsync(minutes);
        var saved = await chair.SendAsync(page, attendance, "", new() { [$"person-was.formand-{_cluster}"] = "Present", [$"person-was.medlem-{_cluster}"] = "Regrets" });
        saved.Location.ShouldBe($"{minutes}?done=Attendance", saved.Text);
        page = await member.OpenAsync(minutes);
        page.Text.ShouldContain($"Til stede: Navn formand-{_cluster} (formand).");
        page.Text.ShouldContain($"Afbud: Navn medlem-{_cluster}.");

        await ChangeAsync("PUT", $"{March}/minutes/attendance", new { present = new[] { $"formand-{_cluster}", "stranger" }, regrets = Array.Empty<string>() });
        var read = (await ReadAsync($"{March}/minutes")).Json;
        read.GetProperty("present").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe([$"Navn formand-{_cluster}", "tidligere medlem"]);
        ((string)(await _host.ScalarAsync($"SELECT string_agg(data::text, '') FROM mt_events WHERE tenant_id = '{_cluster}' AND type = 'attendance_recorded'"))!).ShouldNotContain("Navn");
    }

    [Fact]
    public async Task Whoever_sends_minutes_is_told_whom_they_did_not_reach_and_others_are_not()
    {
        using var chair = await SignInAsync("formand", [new("chefforum", ForumRole.Chair)]);
        using var member = await SignInAsync("medlem", [new("chefforum", ForumRole.Member)]);
        (await _host.SendAsync("PUT", $"/api/v1/clusters/{_cluster}/people/uden-{_cluster}", new { name = "Uden Adresse", seats = new[] { new { forum = "chefforum", role = "member" } } }, "*")).Status.ShouldBeOneOf([200, 201]);
        await DecideAsync(March, "opening", new { outcome = "approved" }, "agenda_outcome_recorded");
        await ChangeAsync("PUT", $"{March}/minutes/approval", null);
        await ChangeAsync("PUT", $"{March}/minutes/distribution", null);

        (await chair.OpenAsync($"/moeder/{March}/referat")).Text.ShouldContain("Referatet nåede ikke Uden Adresse");
        (await member.OpenAsync($"/moeder/{March}/referat")).Text.ShouldNotContain("Uden Adresse");
        (await ReadAsync($"{March}/minutes")).Json.GetProperty("unreached").EnumerateArray().Select(u => u.GetString()).ShouldBe(["Uden Adresse"]);
    }

    [Fact]
    public async Task Minutes_are_sent_again_to_those_they_missed_once_an_address_is_there_and_to_nobody_twice()
    {
        using var chair = await SignInAsync("formand", [new("chefforum", ForumRole.Chair)]);
        using var member = await SignInAsync("medlem", [new("chefforum", ForumRole.Member)]);
        var (meeting, minutes) = ($"/moeder/{March}", $"/moeder/{March}/referat");
        async Task RegisterAsync(string id, string? mail) => (await _host.SendAsync(
            "PUT", $"/api/v1/clusters/{_cluster}/people/{id}-{_cluster}", new { name = $"Navn {id}", mail, seats = new[] { new { forum = "chefforum", role = "member" } } }, "*")).Status.ShouldBeOneOf([200, 201]);
        await RegisterAsync("ny", null);
        await RegisterAsync("uden", null);
        await DecideAsync(March, "opening", new { outcome = "approved" }, "agenda_outcome_recorded");
        await ChangeAsync("PUT", $"{March}/minutes/approval", null);
        (await _host.SendAsync("PUT", $"{Meetings}/{March}/minutes/distribution/missed")).Code.ShouldBe("minutes-not-sent");
        await ChangeAsync("PUT", $"{March}/minutes/distribution", null);

        (await _host.SendAsync("PUT", $"{Meetings}/{March}/minutes/distribution/missed")).Code.ShouldBe("minutes-reach-nobody");
        (await chair.OpenAsync(meeting)).Text.ShouldNotContain("Send til dem der mangler");
        await RegisterAsync("ny", "ny@example.invalid");
        (await member.OpenAsync(meeting)).Text.ShouldNotContain("Send til dem der mangler");
        var page = await chair.OpenAsync(meeting);
        page.Text.ShouldContain("Referatet nåede ikke Navn uden, ");
        page.Text.ShouldContain("siden referatet blev sendt ud: Navn ny.");
        var sent = await chair.SendAsync(page, $"{minutes}/udsend-manglende", "", []);
        sent.Location.ShouldBe($"{minutes}?done=MinutesSentAgain", sent.Text);

        var read = (await ReadAsync($"{March}/minutes")).Json;
        read.GetProperty("unreached").EnumerateArray().Select(u => u.GetString()).ShouldBe(["Navn uden"]);
        read.GetProperty("reachable").GetArrayLength().ShouldBe(0);
        (await _host.SendAsync("PUT", $"{Meetings}/{March}/minutes/distribution/missed")).Code.ShouldBe("minutes-reach-nobody");
        await RegisterAsync("uden", "uden@example.invalid");
        await ChangeAsync("PUT", $"{March}/minutes/distribution/missed", null);
        await ChangeAsync("PUT", $"{March}/minutes/distribution/missed", null);
        (await _host.ScalarAsync($"SELECT string_agg(recipient, ' ' ORDER BY recipient) FROM outgoing_mail WHERE tenant_id = '{_cluster}' AND cause = 'minutes/{March}'"))
            .ShouldBe(string.Join(' ', new[] { "formand", "medlem", "ny", "uden" }.Select(id => $"{id}-{_cluster}")));
        (await _host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE tenant_id = '{_cluster}' AND type = 'minutes_sent_again'")).ShouldBe(2L);
    }

    [Fact]
    public async Task After_a_meeting_the_secretariat_is_asked_for_the_minutes_then_the_chair_to_approve_them_then_the_secretariat_to_send_them()
    {
        using var secretariat = await SignInAsync("sekretariat", roles: [new(ClusterRoleKind.Secretariat)]);
        using var chair = await SignInAsync("formand", [new("chefforum", ForumRole.Chair)]);
        async Task AllDoAsync(string[] ofSecretariat, string[] ofChair)
        {
            (await TasksAsync(secretariat)).ShouldBe(ofSecretariat);
            (await TasksAsync(chair)).ShouldBe(ofChair);
        }

        await AllDoAsync([], []);
        await DecideAsync(March, "opening", new { outcome = "approved" }, "agenda_outcome_recorded");
        await AllDoAsync(["write-minutes"], []);
        await ChangeAsync("PUT", $"{March}/minutes/submission", null);
        await AllDoAsync([], ["approve-minutes"]);
        await ChangeAsync("PUT", $"{March}/minutes/approval", null);
        await AllDoAsync(["send-minutes"], []);
        await ChangeAsync("PUT", $"{March}/minutes/distribution", null);
        await AllDoAsync([], []);

        _host.Clock.Now = new(2023, 4, 18, 6, 0, 0, TimeSpan.Zero);
        await AllDoAsync(["write-minutes"], []);
        _host.Clock.Now = new(2023, 6, 1, 6, 0, 0, TimeSpan.Zero);
        await AllDoAsync([], []);
    }

    [Fact]
    public async Task The_chair_decides_in_the_forums_own_name_the_secretariat_on_its_behalf_and_another_forums_chair_not_at_all()
    {
        using var secretariat = await SignInAsync("sekretariat", roles: [new(ClusterRoleKind.Secretariat)]);
        using var director = await SignInAsync("direktoer", [new("direktoerforum", ForumRole.Chair)]);

        (await director.AskAsync("PUT", $"{Meetings}/{March}/agenda/items/opening/outcome", new { outcome = "approved" })).Status.ShouldBe(403);
        (await secretariat.AskAsync("PUT", $"{Meetings}/{March}/agenda/items/{Confirmation}/outcome", new { outcome = "approved" })).Status.ShouldBe(200);
        (await _host.ScalarAsync($"SELECT string_agg(DISTINCT headers ->> 'on_behalf_of', ' ') FROM mt_events WHERE tenant_id = '{_cluster}' AND type IN ('agenda_outcome_recorded', 'confirmation_approved')")).ShouldBe("chefforum");
    }

    [Fact]
    public async Task A_form_of_an_outcome_asks_for_what_it_demands_and_tells_everything_that_is_missing_at_once()
    {
        using var chair = await SignInAsync("formand", [new("chefforum", ForumRole.Chair)]);
        var path = $"/moeder/{March}/punkter/{Confirmation}/udfald";
        var page = await chair.OpenAsync($"{path}/forbehold");
        page.Html.ShouldContain("reservations[0].text");
        page.Html.ShouldNotContain("name=\"reasons\"");

        var again = await chair.SendAsync(page, $"{path}/forbehold", "send", new() { ["reservations[0].text"] = "", ["reservations[0].due"] = "32-13" });
        ((int)again.Status).ShouldBe(422, again.Text);
        again.ErrorAt("felt-reservations-0--text").ShouldNotBeNull();
        var done = await chair.SendAsync(again, $"{path}/forbehold", "send", new() { ["reservations[0].text"] = "Økonomien præciseres", ["reservations[0].owner"] = "aalborg", ["reservations[0].due"] = "2023-05-01" });
        done.Location.ShouldBe($"/moeder/{March}/punkter/{Confirmation}?done=AgendaOutcome", done.Text);
        (await chair.OpenAsync($"/moeder/{March}")).Text.ShouldContain("– Økonomien præciseres (Aalborg Kommune, senest 1. maj 2023)");
        (await chair.OpenAsync($"{path}/godkendt")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private string Meetings => $"/api/v1/clusters/{_cluster}/meetings";

    private string Initiatives => $"/api/v1/clusters/{_cluster}/initiatives";

    private Task<Visitor> SignInAsync(string id, ForumSeat[]? seats = null, ClusterRole[]? roles = null) => Visitor.SignInAsync(_host, $"{id}-{_cluster}", seats, roles: roles, cluster: _cluster);

    /// <summary>What the person is asked for that is about minutes; each one's button leads to a page that they may open.</summary>
    private async Task<string?[]> TasksAsync(Visitor visitor)
    {
        var tasks = (await visitor.AskAsync("GET", $"/api/v1/clusters/{_cluster}/tasks")).Json.GetProperty("tasks").EnumerateArray().Where(t => t.GetProperty("kind").GetString()!.EndsWith("-minutes", StringComparison.Ordinal)).ToList();
        foreach (var task in tasks) (await visitor.OpenAsync(task.GetProperty("page").GetString()!)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        return [.. tasks.Select(t => t.GetProperty("kind").GetString())];
    }

    private Task<Answer> ReadAsync(string below) => _host.SendAsync("GET", $"{Meetings}/{below}");

    private Task<Answer> OutcomeAsync(string meeting, string item, object body) => _host.SendAsync("PUT", $"{Meetings}/{meeting}/agenda/items/{item}/outcome", body);

    private async Task ChangeAsync(string method, string below, object? body)
    {
        var changed = await _host.SendAsync(method, $"{Meetings}/{below}", body);
        changed.Status.ShouldBe(200, changed.Text);
    }

    private async Task DecideAsync(string meeting, string item, object body, params string[] facts)
    {
        var recorded = await OutcomeAsync(meeting, item, body);
        recorded.Status.ShouldBe(200, recorded.Text);
        recorded.Json.GetProperty("facts").EnumerateArray().Select(f => f.GetProperty("type").GetString()).ShouldBe(facts);
    }

    private async Task<string?[]> KeysAsync(string meeting) => [.. (await ReadAsync($"{meeting}/agenda")).Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("key").GetString())];

    private async Task<string?[]> MinutesAsync(string meeting) => [.. (await ReadAsync($"{meeting}/minutes")).Json.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("text").GetString())];
}
