namespace Initiatives.Api.Tests.Features;

/// <summary>The whole life of initiative 10 on Midt's chain, from order to close, through the API alone.</summary>
public sealed class WholeLifeTests : IAsyncLifetime
{
    private const string Initiative = $"{Midt.Initiatives}/10";

    private ApiHost _host = null!;
    private string _etag = "";

    public async ValueTask InitializeAsync() => _host = await ApiHost.StartAsync(Midt.OrderDay);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_initiative_lives_from_order_to_close()
    {
        await ClusterAsync();
        await OrderedAsync();
        await ConfirmedAsync();
        await RedAndEscalatedAsync();
        await ReplannedAsync();
        await MendedAsync();
        await ClosedAsync();

        var story = await _host.SendAsync("GET", $"{Initiative}/events?limit=200");
        string[] told = [.. story.Json.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("type").GetString()!)];
        told.ShouldBe(
        [
            "initiative_ordered", "order_remark_added", "order_reservation_added", "special_attention_asked",
            "interest_stated", "ownership_assigned", "confirmation_submitted", "confirmation_returned", "confirmation_submitted",
            "confirmation_postponed", "confirmation_approved", "confirmation_approved", "terms_took_force", "reservation_fulfilled",
            "reservation_fulfilled", "initiative_started",
            "status_reported", "deviation_opened", "deviation_track_chosen", "remedy_agreed", "escalation_raised", "escalation_decided", "escalation_answer_noted",
            "remedy_done", "confirmation_submitted", "confirmation_approved", "confirmation_approved", "terms_took_force", "deviation_closed",
            "status_reported", "status_reconfirmed", "initiative_paused", "initiative_resumed", "initiative_renamed",
            "delivery_claimed", "delivery_rejected", "delivery_claimed", "closing_approved", "closing_approved", "initiative_closed",
        ]);
        var last = await _host.SendAsync("GET", Initiative);
        last.Json.GetProperty("phase").GetString().ShouldBe("closed");
        last.Json.GetProperty("replans").GetInt32().ShouldBe(1);
        last.Json.GetProperty("firstApproved").GetProperty("terms").GetProperty("end").GetString().ShouldBe("2023-12-31");
        last.Json.GetProperty("inForce").GetProperty("terms").GetProperty("end").GetString().ShouldBe("2024-02-29");
    }

    private async Task ClusterAsync()
    {
        var at = $"/api/v1/clusters/{Midt.Cluster}";
        await StepAsync("PUT", at, new { name = "Sundhedsklynge Midt", region = "Region Nordjylland" }, create: true);
        foreach (var (id, name, kind) in new[] { ("aalborg", "Aalborg Kommune", "municipality"), ("auh", "Aalborg Universitetshospital", "hospital") })
            await StepAsync("PUT", $"{at}/organisations/{id}", new { name, kind });
        await StepAsync("PUT", $"{at}/forums", new
        {
            forums = new object[]
            {
                new { id = "chefforum", name = "Chefforum", duties = new[] { "approve-confirmation", "manage-deviations" }, escalatesTo = "direktoerforum" },
                new { id = "direktoerforum", name = "Direktørforum", duties = new[] { "approve-confirmation", "decide-escalations" }, escalatesTo = "politisk-niveau" },
                new { id = "politisk-niveau", name = "Politisk Niveau", duties = new[] { "place-orders" } },
            },
        });
        await StepAsync("PUT", $"{at}/forums/direktoerforum/rhythm", new { opensDaysBefore = 21, deadlineDaysBefore = 10, reminderWorkingDaysBefore = 3, packDaysBefore = 7, hour = 6, monthlyDashboard = true });
        await StepAsync("PUT", $"{at}/tolerances", new { costPercent = 10, costAmount = 6000000, monthsToYellow = 1, monthsToRed = 3 });
        await StepAsync("PUT", $"{at}/distribution/direktoerforum", new { sentTo = new[] { "chefforum" } });
        foreach (var (forum, on) in new[] { ("chefforum", "2023-03-30"), ("direktoerforum", "2023-04-17"), ("chefforum", "2023-08-30"), ("direktoerforum", "2023-10-02"), ("chefforum", "2023-10-30"), ("chefforum", "2023-11-27"), ("direktoerforum", "2023-12-18") })
            await StepAsync("POST", $"{at}/meetings", new { forum, on, start = "13:00:00" }, create: true);
        await StepAsync("PUT", $"{at}/meetings/chefforum-2023-03-30/date", new { on = "2023-03-31", start = "13:30:00", reason = "Sammenfald" });
        await StepAsync("PUT", $"{at}/plans/{Midt.Plan}", new { title = "Handleplan for Sundhedsklynge Midt", from = "2022-09-20", to = "2023-12-31", focusAreas = new[] { new { id = "oevrige", name = "Øvrige" } } }, create: true);
        await StepAsync("PUT", $"{at}/plans/{Midt.Plan}/approvals/politisk-niveau", new { on = "2023-03-13", reservations = new[] { new { text = "Politisk godkendelse i kommunerne" } } });
        await StepAsync("PUT", $"{at}/plans/{Midt.Plan}/reservations/1/fulfilment", new { note = "Godkendt i begge byråd" });
        await StepAsync("POST", $"{at}/plans/{Midt.Plan}/not-carried", new { title = "De 8 veje", reason = "Indskrevet som generel rettesnor" });
        (await _host.SendAsync("GET", $"{at}/plans")).Json.GetProperty("plans").GetArrayLength().ShouldBe(1);
        (await _host.SendAsync("GET", "/api/v1/clusters")).Json.GetProperty("clusters")[0].GetProperty("id").GetString().ShouldBe(Midt.Cluster);
        (await _host.SendAsync("GET", $"{at}/meetings?forum=chefforum")).Json.GetProperty("meetings")[0].GetProperty("round").GetProperty("due").GetString().ShouldNotBeNull();
    }

    private async Task OrderedAsync()
    {
        var ordered = await Midt.OrderAsync(_host, 10);
        ordered.Status.ShouldBe(201, ordered.Text);
        _etag = ordered.ETag;
        await StepAsync("POST", $"{Initiative}/order/remarks", new { forum = "politisk-niveau", text = "Skal være handlingsorienteret" });
        await StepAsync("POST", $"{Initiative}/order/reservations", new { forum = "politisk-niveau", text = "Politisk godkendelse", owner = "aalborg", due = "2023-05-01" }, located: "/reservations/1");
        await StepAsync("PUT", $"{Initiative}/attention", new { forum = "politisk-niveau", reason = "Orienteres særskilt" });
        await StepAsync("PUT", $"{Initiative}/interests/aalborg", new { interest = "ownership" });
        await StepAsync("PUT", $"{Initiative}/ownership", new { organisation = "aalborg", owner = "p-1", projectLead = "p-2" });
    }

    private async Task ConfirmedAsync()
    {
        await StepAsync("PUT", $"{Initiative}/confirmations/1", Midt.Terms(), located: "/confirmations/1");
        On(2023, 3, 31);
        await StepAsync("PUT", $"{Initiative}/confirmations/1/approvals/chefforum", new { outcome = "returned", reasons = "Indikatoren mangler en baseline", meeting = "chefforum-2023-03-30" });
        await StepAsync("PUT", $"{Initiative}/confirmations/2", Midt.Terms(reason: "Baseline er målt"));
        await StepAsync("PUT", $"{Initiative}/confirmations/2/approvals/chefforum", new { outcome = "postponed", toMeeting = "chefforum-2023-08-30", meeting = "chefforum-2023-03-30" });
        await StepAsync("PUT", $"{Initiative}/confirmations/2/approvals/chefforum", new { outcome = "approved-with-reservations", how = "written-procedure", reservations = new[] { new { text = "Økonomien præciseres", owner = "aalborg" } } });
        On(2023, 4, 17);
        await StepAsync("PUT", $"{Initiative}/confirmations/2/approvals/direktoerforum", new { outcome = "approved-with-remarks", meeting = "direktoerforum-2023-04-17", remarks = new[] { "God kobling til sundhedsaftalen" } });
        await StepAsync("PUT", $"{Initiative}/reservations/1/fulfilment", new { note = "Godkendt" });
        await StepAsync("PUT", $"{Initiative}/reservations/2/fulfilment", new { note = "Budget vedlagt" });
        On(2023, 5, 1);
        await StepAsync("PUT", $"{Initiative}/start", new { workingGroup = new[] { new { person = "p-3", organisation = "auh" } } });
    }

    private async Task RedAndEscalatedAsync()
    {
        On(2023, 8, 18);
        await StepAsync("POST", $"{Initiative}/statuses", Midt.Status("red"), located: "/statuses/1");
        On(2023, 8, 30);
        await StepAsync("PUT", $"{Initiative}/deviations/1/track", new { forum = "chefforum", track = "replan", meeting = "chefforum-2023-08-30" });
        await StepAsync("POST", $"{Initiative}/deviations/1/remedies", new { forum = "chefforum", what = "Vikar", who = "aalborg", due = "2023-10-15", meeting = "chefforum-2023-08-30" }, located: "/remedies/1");
        await StepAsync("POST", $"{Initiative}/deviations/1/escalations", new { from = "chefforum", to = "direktoerforum", question = "Kan rammen hæves?", recommendation = "Ja", decisionBy = "2023-10-02", meeting = "chefforum-2023-08-30" }, located: "/escalations/1");
        (await _host.SendAsync("GET", $"{Initiative}/deviations/1")).Json.GetProperty("waitsFor").GetString().ShouldBe("direktoerforum");
        On(2023, 10, 2);
        await StepAsync("PUT", $"{Initiative}/escalations/1/decision", new { forum = "direktoerforum", answer = "replan", decision = "Ny tidsplan", how = "meeting", meeting = "direktoerforum-2023-10-02" });
        await StepAsync("PUT", $"{Initiative}/escalations/1/answer-noted", new { forum = "chefforum" });
        await StepAsync("PUT", $"{Initiative}/remedies/1/completion", new { on = "2023-10-01", effect = "Vikaren er begyndt" });
    }

    private async Task ReplannedAsync()
    {
        await StepAsync("PUT", $"{Initiative}/confirmations/3", Midt.Terms(end: "2024-02-29", reason: "Vikar fra oktober"));
        var read = await _host.SendAsync("GET", Initiative);
        read.Json.GetProperty("inForce").GetProperty("terms").GetProperty("end").GetString().ShouldBe("2023-12-31", "The old terms are in force until the last approval.");
        await StepAsync("PUT", $"{Initiative}/confirmations/3/approvals/chefforum", new { outcome = "approved", how = "written-procedure" });
        await StepAsync("PUT", $"{Initiative}/confirmations/3/approvals/direktoerforum", new { outcome = "approved", how = "written-procedure" });
    }

    private async Task MendedAsync()
    {
        On(2023, 10, 12);
        await StepAsync("POST", $"{Initiative}/statuses", Midt.Status(), located: "/statuses/2");
        On(2023, 11, 10);
        await StepAsync("POST", $"{Initiative}/statuses/reconfirmations", null, located: "/statuses/3");
        await StepAsync("PUT", $"{Initiative}/pause", new { reason = "Jul", until = "2023-12-20" });
        await StepAsync("PUT", $"{Initiative}/resumption", new { });
        await StepAsync("PUT", $"{Initiative}/name", new { title = "De 2 % mest komplekse borgere", reason = "Kortere" });
    }

    private async Task ClosedAsync()
    {
        var claim = new { claim = "Forløbet er i drift", readings = new[] { new { indicator = "kontakter", value = 2.9, measured = "2023-11-01" } } };
        await StepAsync("PUT", $"{Initiative}/delivery", claim);
        On(2023, 11, 27);
        await StepAsync("PUT", $"{Initiative}/delivery/rejection", new { forum = "chefforum", reasons = "Mangler tal for oktober", meeting = "chefforum-2023-11-27" });
        await StepAsync("PUT", $"{Initiative}/delivery", claim);
        await StepAsync("PUT", $"{Initiative}/closing/chefforum", new { decision = "Afsluttes", how = "written-procedure" });
        await StepAsync("PUT", $"{Initiative}/closing/direktoerforum", new { decision = "Afsluttes", how = "written-procedure", lessonsLearned = "Begynd med én målgruppe" });
    }

    private void On(int year, int month, int day) => _host.Clock.Now = new(year, month, day, 8, 0, 0, TimeSpan.Zero);

    private async Task StepAsync(string method, string path, object? body, bool create = false, string? located = null)
    {
        if (!create) _etag = (await _host.SendAsync("GET", Readable(path))).ETag;
        var answer = await _host.SendAsync(method, path, body, create ? null : _etag);
        answer.Status.ShouldBe(create || located is not null || answer.Status == 201 ? 201 : 200, $"{method} {path}: {answer.Text}");
        if (located is null) return;
        var location = answer.Response.Headers.Location!.ToString();
        location.ShouldEndWith(located);
        (await _host.SendAsync("GET", location)).Status.ShouldBe(200, location);
    }

    /// <summary>The address whose tag a change of this path goes by.</summary>
    private static string Readable(string path)
    {
        string[] nouns = ["/initiatives/", "/plans/", "/meetings/"];
        if (nouns.Select(n => path.IndexOf(n, StringComparison.Ordinal) is var at and >= 0 ? at + n.Length : -1).Max() is var start and >= 0)
            return path.IndexOf('/', start) is var end and >= 0 ? path[..end] : path;
        return $"/api/v1/clusters/{Midt.Cluster}";
    }
}
