using System.Net;
using Initiatives.Api.Tests.Features;

namespace Initiatives.Api.Tests.Pages;

/// <summary>The status form, as an owner's browser sends it.</summary>
public sealed class StatusFormTests : IAsyncLifetime
{
    private const string Path = "/indsatser/10/status";
    private const string Initiative = $"{Midt.Initiatives}/10";

    private ApiHost _host = null!;
    private Visitor _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        await Midt.StartedAsync(_host);
        _owner = await Visitor.SignInAsync(_host, "person-1");
        // The round for the meeting of 30 August is open, and its deadline is ahead.
        _host.Clock.Now = new(2023, 8, 16, 9, 0, 0, TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    private static Dictionary<string, string> Green() => new()
    {
        ["light"] = "Green",
        ["dimensions.time"] = "Green",
        ["dimensions.economy"] = "Green",
        ["dimensions.resources"] = "Green",
        ["dimensions.deliverable"] = "Green",
        ["forecast.end"] = "2023-12-31",
        ["forecast.cost"] = "450.000",
        ["indicators.kontakter.value"] = "3,8",
        ["indicators.kontakter.measured"] = "2023-06-30",
        ["progress"] = "Første fem borgere er med",
        ["nextStep"] = "Evaluering",
        ["patientInvolvement.relevant"] = "ja",
        ["patientInvolvement.text"] = "Drøftet med udvalget",
    };

    private static Dictionary<string, string> Red() => new(Green())
    {
        ["light"] = "Red",
        ["dimensions.time"] = "Red",
        ["deviation.cause"] = "Stillingen er ubesat",
        ["deviation.consequence"] = "Opstarten forsinkes",
        ["deviation.options"] = "Vikar eller senere start",
        ["deviation.remedy"] = "Vikar",
        ["deviation.decisionWanted"] = "Midler til en vikar",
        ["deviation.decisionFrom"] = "direktoerforum",
        ["deviation.decisionBy"] = "2023-10-02",
    };

    [Fact]
    public async Task What_is_sent_from_the_page_is_the_status_that_everyone_reads()
    {
        var page = await _owner.OpenAsync(Path);
        page.Status.ShouldBe(HttpStatusCode.OK);

        var sent = await _owner.SendAsync(page, Path, "send", Red());

        sent.Status.ShouldBe(HttpStatusCode.SeeOther, sent.Text);
        sent.Location.ShouldBe($"{Path}/kvittering?done=StatusPosted");
        var status = (await _host.SendAsync("GET", $"{Initiative}/statuses/1")).Json;
        status.GetProperty("by").GetString().ShouldBe("person-1");
        var content = status.GetProperty("content");
        content.GetProperty("light").GetString().ShouldBe("red");
        content.GetProperty("deviation").GetProperty("decisionFrom").GetString().ShouldBe("direktoerforum");
        content.GetProperty("indicators")[0].GetProperty("value").GetDecimal().ShouldBe(3.8m);
        var receipt = await _owner.OpenAsync(sent.Location!);
        receipt.Text.ShouldContain("Status er sendt.");
        receipt.Text.ShouldContain("Chefforum får den i afvigelsesrapporten");
        receipt.Text.ShouldContain("Afvigelse 1 er åben. Chefforum har ordet.");
    }

    [Fact]
    public async Task Only_what_has_changed_from_the_terms_in_force_is_a_forecast()
    {
        await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "send", Green());

        (await _host.SendAsync("GET", $"{Initiative}/statuses/1")).Json.GetProperty("content").GetProperty("forecast").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task It_is_filled_in_with_what_is_known_and_asks_anew_only_for_what_has_happened()
    {
        await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "send", Red());
        _host.Clock.Now = new(2023, 10, 11, 9, 0, 0, TimeSpan.Zero);

        var page = await _owner.OpenAsync(Path);

        page.TextIn("felt-deviation-cause").ShouldBe("Stillingen er ubesat");
        page.TextIn("felt-nextStep").ShouldBe("Evaluering");
        page.ValueOf("felt-forecast-end").ShouldBe("2023-12-31");
        page.ValueOf("felt-forecast-cost").ShouldBe("450.000");
        page.TextIn("felt-progress").ShouldBe("");
        page.Text.ShouldContain("Første fem borgere er med", customMessage: "what was written last time is there to read");
        page.Text.ShouldContain("Sidst målt: 3,8");
        page.ValueOf("felt-deviation-decisionBy").ShouldBe("", "a day that has gone by is no day to decide by");
    }

    [Fact]
    public async Task Every_broken_rule_stands_at_its_field_and_nothing_that_was_typed_is_lost()
    {
        var events = await _host.CountEventsAsync();
        var fields = Red();
        foreach (var name in new[] { "deviation.cause", "deviation.decisionWanted", "deviation.decisionFrom", "nextStep" }) fields[name] = "";
        fields["forecast.cost"] = "en hel del";
        fields["indicators.kontakter.measured"] = "2023-12-24";

        var page = await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "send", fields);

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Html.ShouldContain("<title>Fejl: Ny status på indsats 10");
        page.ErrorAt("felt-deviation-cause").ShouldBe("Skriv årsagen til afvigelsen.");
        page.ErrorAt("felt-deviation-decisionWanted").ShouldBe("Rød kræver en beslutning: skriv, hvilken.");
        page.ErrorAt("felt-deviation-decisionFrom").ShouldNotBeNull();
        page.ErrorAt("felt-nextStep").ShouldNotBeNull();
        page.ErrorAt("felt-forecast-cost").ShouldBe("Skriv beløbet i kroner, f.eks. 1.250.000.");
        page.ErrorAt("felt-indicators-kontakter-measured").ShouldBe("Datoen ligger i fremtiden. Vælg i dag eller en tidligere dag.");
        page.SummaryLinks.Count.ShouldBe(6);
        page.SummaryLinks.ShouldAllBe(id => page.Html.Contains($" id=\"{id}\"", StringComparison.Ordinal));
        page.ValueOf("felt-forecast-cost").ShouldBe("en hel del");
        page.TextIn("felt-deviation-consequence").ShouldBe("Opstarten forsinkes");
        (await _host.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task Refusals_are_told_in_the_readers_language()
    {
        var page = await _owner.SendAsync(await _owner.OpenAsync(Path + "?sprog=en"), Path + "?sprog=en", "send", new(Red()) { ["deviation.cause"] = "" });

        page.ErrorAt("felt-deviation-cause").ShouldBe("Write the cause of the deviation.");
        page.Html.ShouldContain("<title>Error: New status of initiative 10");
    }

    [Fact]
    public async Task Without_a_light_nothing_is_green_by_default()
    {
        var fields = Green();
        fields.Remove("light");
        fields.Remove("dimensions.time");

        var page = await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "send", fields);

        page.ErrorAt("felt-light").ShouldBe("Vælg en af mulighederne.");
        page.ErrorAt("felt-dimensions-time").ShouldBe("Vælg en af mulighederne.");
        page.SummaryLinks.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_light_than_the_suggested_is_taken_with_its_reason_and_only_then()
    {
        var fields = Green();
        fields["dimensions.economy"] = "Yellow";

        var refused = await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "send", fields);
        refused.ErrorAt("felt-overrideReason")!.ShouldContain("Systemet foreslår gul: Økonomi er gul.");

        fields["overrideReason"] = "Merforbruget er dækket af regionen";
        (await _owner.SendAsync(refused, Path, "send", fields)).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task What_was_written_for_another_light_is_not_posted()
    {
        var fields = Red();
        fields["light"] = "Green";
        fields["dimensions.time"] = "Green";

        await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "send", fields);

        (await _host.SendAsync("GET", $"{Initiative}/statuses/1")).Json.GetProperty("content").GetProperty("deviation").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task The_same_form_sent_twice_posts_once()
    {
        var page = await _owner.OpenAsync(Path);

        var first = await _owner.SendAsync(page, Path, "send", Green());
        var again = await _owner.SendAsync(page, Path, "send", Green());

        again.Location.ShouldBe(first.Location);
        (await _host.SendAsync("GET", $"{Initiative}/statuses")).Json.GetProperty("statuses").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Who_was_not_first_is_told_what_happened_and_keeps_every_word()
    {
        using var lead = await Visitor.SignInAsync(_host, "person-2");
        var page = await _owner.OpenAsync(Path);
        await lead.SendAsync(await lead.OpenAsync(Path), Path, "send", new(Green()) { ["progress"] = "Første otte borgere er med" });

        var late = await _owner.SendAsync(page, Path, "send", Green());

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("En anden har rettet i mellemtiden");
        late.Text.ShouldContain("Status 1: grøn (Navn person-2");
        late.Text.ShouldContain("Første [slettet: otte ] [tilføjet: fem ] borgere er med");
        late.TextIn("felt-progress").ShouldBe("Første fem borgere er med");
        (await _owner.SendAsync(late, Path, "send", Green())).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_personal_number_is_neither_posted_nor_kept()
    {
        var fields = new Dictionary<string, string>(Green()) { ["progress"] = "Borger 010203-1234 er med" };

        foreach (var pressed in new[] { "send", "kladde" })
        {
            var page = await _owner.SendAsync(await _owner.OpenAsync(Path), Path, pressed, fields);
            page.ErrorAt("felt-progress")!.ShouldContain("CPR-nummer");
            page.TextIn("felt-progress").ShouldContain("010203-1234", customMessage: "the writer mends it; we do not take it away");
        }
        var autosaved = await _owner.SendAsync(await _owner.OpenAsync(Path), $"{Path}/kladde", "", fields);
        autosaved.Html.ShouldContain("\"kept\":false");
        (await _host.ScalarAsync("SELECT count(*) FROM drafts")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone_and_is_gone_when_the_status_is_sent()
    {
        using var lead = await Visitor.SignInAsync(_host, "person-2");
        var saved = await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "kladde", new Dictionary<string, string> { ["light"] = "Yellow", ["progress"] = "Halvvejs i en sætning" });
        saved.Location.ShouldBe($"{Path}?done=StatusDraftSaved");

        var page = await _owner.OpenAsync(Path);
        page.TextIn("felt-progress").ShouldBe("Halvvejs i en sætning");
        page.Text.ShouldContain("Formularen viser din kladde");
        (await lead.OpenAsync(Path)).Html.ShouldNotContain("Halvvejs i en sætning");

        await _owner.SendAsync(page, Path, "send", Green());
        (await _host.ScalarAsync("SELECT count(*) FROM drafts")).ShouldBe(0L);
        (await _owner.OpenAsync(Path)).Html.ShouldNotContain("Halvvejs i en sætning");
    }

    [Fact]
    public async Task Autosave_keeps_what_is_written_and_says_which_light_is_now_suggested()
    {
        var fields = new Dictionary<string, string>(Green()) { ["dimensions.time"] = "Yellow" };

        var answer = await _owner.SendAsync(await _owner.OpenAsync(Path), $"{Path}/kladde", "", fields);

        var newest = _host.Clock.Now.UtcTicks;
        answer.Html.ShouldBe($$"""{"told":"Gemt kl. 11.00","kept":true,"newest":"{{newest}}","suggested":"yellow","because":"Tid er gul."}""");
        (await _owner.OpenAsync(Path)).TextIn("felt-progress").ShouldBe("Første fem borgere er med");
    }

    [Fact]
    public async Task It_can_be_seen_as_the_forum_will_read_it_and_that_posts_nothing()
    {
        var events = await _host.CountEventsAsync();

        var page = await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "vis", Red());

        page.Text.ShouldContain("Sådan læser Chefforum det");
        page.Text.ShouldContain("Chefforum skal vælge spor");
        page.Text.ShouldContain("Ønsket beslutning fra Direktørforum");
        page.Text.ShouldContain("Akutte kontakter pr. borger pr. kvartal: 3,8, 30. jun. 2023. Målet er 3.");
        (await _host.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task One_press_reconfirms_and_is_offered_only_when_it_would_be_taken()
    {
        (await _owner.OpenAsync(Path)).Html.ShouldNotContain("value=\"uaendret\"", customMessage: "there is no status to re-confirm");
        await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "send", Green());
        _host.Clock.Now = new(2023, 10, 11, 9, 0, 0, TimeSpan.Zero);

        var page = await _owner.OpenAsync(Path);
        page.Html.ShouldContain("value=\"uaendret\"");
        (await _owner.SendAsync(page, Path, "uaendret", [])).Location.ShouldBe($"{Path}/kvittering?done=StatusPosted");
        (await _host.SendAsync("GET", $"{Initiative}/statuses/2")).Json.GetProperty("reconfirms").GetInt32().ShouldBe(1);

        // A day after the agreed end, nothing is unchanged any more.
        _host.Clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        (await _owner.OpenAsync(Path)).Html.ShouldNotContain("value=\"uaendret\"");
    }

    [Fact]
    public async Task A_correction_opens_with_what_was_posted_and_points_at_it()
    {
        await _owner.SendAsync(await _owner.OpenAsync(Path), Path, "send", Green());
        _host.Clock.Now = new(2023, 8, 17, 9, 0, 0, TimeSpan.Zero);

        var page = await _owner.OpenAsync($"{Path}?retter=1");
        page.TextIn("felt-progress").ShouldBe("Første fem borgere er med");
        page.ValueOf("felt-indicators-kontakter-value").ShouldBe("3,8");
        var sent = await _owner.SendAsync(page, $"{Path}?retter=1", "send", new(Green()) { ["progress"] = "Første seks borgere er med" });

        sent.Location.ShouldBe($"{Path}/kvittering?done=StatusCorrected");
        (await _host.SendAsync("GET", $"{Initiative}/statuses/2")).Json.GetProperty("corrects").GetInt32().ShouldBe(1);
        (await _owner.OpenAsync($"{Path}?retter=7")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_it_is_paused_the_page_says_why_no_status_can_be_given()
    {
        var etag = (await _host.SendAsync("GET", Initiative)).ETag;
        (await _host.SendAsync("PUT", $"{Initiative}/pause", new { reason = "Venter på udbud" }, etag)).Status.ShouldBe(200);

        var page = await _owner.OpenAsync(Path);

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("Indsatsen er sat på pause. Genoptag den først.");
    }

    [Fact]
    public async Task Who_does_not_answer_for_the_initiative_is_not_let_in()
    {
        using var reader = await Visitor.SignInAsync(_host, "person-9");

        (await reader.OpenAsync(Path)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_API_keeps_reads_and_forgets_the_same_draft()
    {
        var put = await _owner.AskAsync("PUT", $"{Initiative}/status-draft", new { fields = new Dictionary<string, string> { ["progress"] = "Fra et andet program" } });
        put.Status.ShouldBe(200, put.Text);
        (await _owner.OpenAsync(Path)).TextIn("felt-progress").ShouldBe("Fra et andet program");
        (await _owner.AskAsync("GET", $"{Initiative}/status-draft")).Json.GetProperty("fields").GetProperty("progress").GetString().ShouldBe("Fra et andet program");

        (await _owner.AskAsync("DELETE", $"{Initiative}/status-draft")).Status.ShouldBe(200);
        (await _owner.AskAsync("DELETE", $"{Initiative}/status-draft")).Status.ShouldBe(200);
        (await _owner.AskAsync("GET", $"{Initiative}/status-draft")).Code.ShouldBe("draft-unknown");

        var unknown = await _owner.AskAsync("PUT", $"{Initiative}/status-draft", new { fields = new Dictionary<string, string> { ["farve"] = "lilla" } });
        unknown.Code.ShouldBe("draft-field-unknown");
        unknown.Paths.ShouldBe(["$.fields['farve']"]);
        (await _owner.AskAsync("GET", $"{Midt.Initiatives}/99/status-draft")).Status.ShouldBe(403, "of an initiative that is not theirs, whether or not it is there");
    }
}
