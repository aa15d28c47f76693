using System.Net;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

/// <summary>A deviation from its first red status to its closing, as its forums' browsers send it.</summary>
public sealed class CasePagesTests : IAsyncLifetime
{
    private const string Case = "/afvigelser/10-1";
    private const string Escalation = "/eskaleringer/10-1";
    private const string Initiative = $"{Midt.Initiatives}/10";

    private ApiHost _host = null!;
    private Visitor _owner = null!;
    private Visitor _chair = null!;
    private Visitor _director = null!;
    private Visitor _secretariat = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        await Midt.StartedAsync(_host);
        _owner = await Visitor.SignInAsync(_host, "person-1", organisation: "aalborg");
        _chair = await Visitor.SignInAsync(_host, "formand", [new("chefforum", ForumRole.Chair)]);
        _director = await Visitor.SignInAsync(_host, "direktoer", [new("direktoerforum", ForumRole.Chair)]);
        _secretariat = await Visitor.SignInAsync(_host, "sekretaer", roles: [new(ClusterRoleKind.Secretariat)]);
        _host.Clock.Now = new(2023, 8, 16, 9, 0, 0, TimeSpan.Zero);
        await PostAsync("red");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { _owner, _chair, _director, _secretariat }) visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_worst_stands_first_with_its_cause_and_whose_turn_it_is()
    {
        await Midt.OrderAsync(_host, 11);
        var page = await _chair.OpenAsync("/afvigelser");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Åbne afvigelser (1), værste først");
        page.Text.ShouldContain("Én stilling er ubesat");
        page.Text.ShouldContain("Chefforum skal vælge spor.");
        (await _chair.OpenAsync("/afvigelser?lys=Yellow")).Text.ShouldContain("Ingen åbne afvigelser passer");
        (await _chair.OpenAsync("/afvigelser?tur=chefforum")).Text.ShouldContain("Én stilling er ubesat");
    }

    [Fact]
    public async Task The_list_counts_days_and_meetings_from_when_the_deviation_began_and_tells_since_when_it_has_its_light()
    {
        _host.Clock.Now = new(2023, 9, 5, 9, 0, 0, TimeSpan.Zero);
        await PostAsync("yellow");

        (await _chair.OpenAsync("/afvigelser")).Text.ShouldContain("Afvigelse siden 16. aug. 2023 (20 dage, 1 møde), gul siden 5. sep. 2023 ·");
        (await _chair.OpenAsync("/afvigelser?sprog=en")).Text.ShouldContain("Deviation since 16 Aug 2023 (20 days, 1 meeting), yellow since 5 Sep 2023 ·");
    }

    [Fact]
    public async Task Who_asks_for_a_decision_after_the_track_was_chosen_waits_for_the_managing_forum_until_it_acts()
    {
        await SendAsync(_chair, $"{Case}/spor", new() { ["track"] = "BackToPlan", ["reason"] = "Stillingen kan besættes" }, Case, "Aalborg Kommune arbejder på afhjælpningen.");
        await PostAsync("yellow");
        await PostAsync("red");

        (await _owner.OpenAsync(Case)).Text.ShouldContain("Chefforum skal vælge spor eller eskalere: ejeren ønsker en beslutning fra Direktørforum.");
        (await _owner.OpenAsync($"{Case}?sprog=en")).Text.ShouldContain("Chefforum must choose a track or escalate: the owner wants a decision from Direktørforum.");
        (await _chair.OpenAsync("/afvigelser?tur=chefforum")).Text.ShouldContain("Én stilling er ubesat");
        await SendAsync(_chair, $"{Case}/afhjaelpning", new() { ["what"] = "Vikar findes", ["who"] = "region", ["due"] = "2023-09-15" }, Case, "Region Nordjylland arbejder på afhjælpningen.");
    }

    [Fact]
    public async Task What_an_initiative_is_expected_to_cost_is_not_taken_for_what_is_asked_for()
    {
        await EscalateAsync();
        var page = await _director.OpenAsync(Escalation);

        page.Text.ShouldContain("Hvad indsatsen ventes at koste");
        page.Text.ShouldContain("Det er projektejerens forventning; hvad der søges om, står i spørgsmålet.");
    }

    [Fact]
    public async Task Before_anything_has_gone_wrong_the_list_says_so() =>
        (await _chair.OpenAsync("/afvigelser?pr=2023-07-01")).Text.ShouldContain("Der er ingen åbne afvigelser.");

    [Fact]
    public async Task A_day_that_has_not_come_is_answered_so()
    {
        var ahead = await _chair.OpenAsync("/?pr=2030-01-01");

        ahead.Status.ShouldBe(HttpStatusCode.BadRequest);
        ahead.Text.ShouldContain("tirs. 1. jan. 2030 ligger ude i fremtiden.");
    }

    [Fact]
    public async Task A_case_is_walked_from_its_track_to_its_closing()
    {
        await SendAsync(_chair, $"{Case}/spor", new() { ["track"] = "BackToPlan", ["reason"] = "Stillingen kan besættes" }, Case, "Sporet er valgt.");
        await SendAsync(_chair, $"{Case}/afhjaelpning", new() { ["what"] = "Vikar findes", ["who"] = "aalborg", ["due"] = "2023-09-15" }, Case, "Vikar findes");
        await SendAsync(_chair, $"{Case}/eskaler", new() { ["question"] = "Kan der gives midler?", ["recommendation"] = "Chefforum anbefaler det", ["decisionBy"] = "2023-10-02" }, Case, "Direktørforum skal besvare eskaleringen.");
        var decided = await SendAsync(
            _director, $"{Escalation}/beslutning", new() { ["answer"] = "Money", ["amount"] = "80.000", ["decision"] = "Der gives 80.000 kr.", ["how"] = "WrittenProcedure" }, Escalation, "Økonomi: 80.000 kr.");
        decided.Text.ShouldContain("Chefforum skal tage svaret på eskaleringen til efterretning.");
        await SendAsync(_chair, $"{Escalation}/efterretning", [], Case, "Aalborg Kommune arbejder på afhjælpningen.");
        await SendAsync(_owner, $"{Case}/afhjaelpning/1/udfoert", new() { ["on"] = "2023-08-16", ["effect"] = "Vikaren er begyndt" }, Case, "Vikaren er begyndt");
        await PostAsync("green");
        var closed = await SendAsync(_chair, $"{Case}/luk", new() { ["effect"] = "Opstarten er indhentet" }, Case, "Opstarten er indhentet");

        closed.Text.ShouldContain("Ingen: afvigelsen er lukket.");
        (await _host.SendAsync("GET", $"{Initiative}/deviations/1")).Json.GetProperty("closed").ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Null);
        (await _chair.OpenAsync("/eskaleringer")).Text.ShouldContain("Afsluttede (1)");
    }

    [Fact]
    public async Task A_remedy_gets_another_day_or_is_given_up_and_the_first_day_still_stands()
    {
        await SendAsync(_chair, $"{Case}/afhjaelpning", new() { ["what"] = "Vikar findes", ["who"] = "person-1", ["due"] = "2023-09-15" }, Case, "Navn person-1");
        await SendAsync(_chair, $"{Case}/afhjaelpning/1/frist", new() { ["due"] = "2023-10-01", ["reason"] = "Ferie" }, Case, "først aftalt til 15. sep. 2023");
        await SendAsync(_chair, $"{Case}/afhjaelpning/1/frafald", new() { ["reason"] = "Stillingen er slået op i stedet" }, Case, "Stillingen er slået op i stedet");
    }

    [Fact]
    public async Task An_escalation_goes_further_up_and_the_forum_above_has_it()
    {
        await EscalateAsync();
        var page = await SendAsync(_director, $"{Escalation}/videre", new() { ["reason"] = "Det er politisk" }, Escalation, "Politisk Niveau skal svare");

        page.Text.ShouldContain("Det er politisk");
        page.Html.ShouldNotContain("name=\"answer\"", customMessage: "it is no longer the directors' to answer");
    }

    [Fact]
    public async Task Only_who_may_is_offered_it_and_everybody_sees_whose_turn_it_is()
    {
        var reader = await Visitor.SignInAsync(_host, "laeser-2");
        (await _chair.OpenAsync(Case)).Html.ShouldContain($"href=\"{Case}/spor\"");
        foreach (var other in new[] { reader, _owner, _director })
        {
            var page = await other.OpenAsync(Case);
            page.Html.ShouldNotContain($"href=\"{Case}/spor\"");
            page.Text.ShouldContain("Chefforum skal vælge spor.");
        }
        reader.Dispose();
    }

    [Fact]
    public async Task Another_forums_chair_is_told_whose_it_is_and_what_they_send_is_turned_away()
    {
        var form = await _chair.OpenAsync($"{Case}/spor");
        (await _director.OpenAsync($"{Case}/spor")).Text.ShouldContain("Det er Chefforum, der tager stilling til dette nu.");
        var events = await _host.CountEventsAsync();

        var sent = await _director.SendAsync(await _director.OpenAsync("/min-side"), $"{Case}/spor", "", new() { ["track"] = "Replan" });

        sent.Status.ShouldBe(HttpStatusCode.Forbidden, form.Text);
        (await _host.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task The_secretariat_records_on_the_forums_behalf_and_the_page_says_so()
    {
        var form = await _secretariat.OpenAsync($"{Case}/spor");
        form.Text.ShouldContain("Du registrerer på vegne af Chefforum.");

        await SendAsync(_secretariat, $"{Case}/spor", new() { ["track"] = "Replan" }, Case, "Aalborg Kommune skal aflevere en ny ordrebekræftelse.");

        (await _host.ScalarAsync("SELECT headers ->> 'on_behalf_of' FROM mt_events WHERE type = 'deviation_track_chosen'")).ShouldBe("chefforum");
    }

    [Fact]
    public async Task What_is_broken_is_told_at_its_field_all_at_once_and_the_text_is_kept()
    {
        var form = await _chair.OpenAsync($"{Case}/eskaler");
        form.TextIn("felt-question").ShouldBe("Midler til en vikar", "it begins with what the owner asked for");

        var page = await _chair.SendAsync(form, $"{Case}/eskaler", "", new() { ["question"] = "Må vi?", ["recommendation"] = "", ["decisionBy"] = "i morgen" });

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.TextIn("felt-question").ShouldBe("Må vi?");
        page.ErrorAt("felt-recommendation").ShouldBe("Skriv forummets indstilling.");
        page.ErrorAt("felt-decisionBy").ShouldNotBeNull();
        page.SummaryLinks.ShouldBe(["felt-recommendation", "felt-decisionBy"]);
    }

    [Fact]
    public async Task An_answer_of_money_names_the_amount()
    {
        await EscalateAsync();
        var page = await _director.SendAsync(
            await _director.OpenAsync(Escalation), $"{Escalation}/beslutning", "", new() { ["answer"] = "Money", ["decision"] = "Der gives midler", ["how"] = "WrittenProcedure" });

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.ErrorAt("felt-amount").ShouldBe("Svaret er penge: angiv beløbet i kroner.");
        page.TextIn("felt-decision").ShouldBe("Der gives midler");
    }

    [Fact]
    public async Task Who_decides_on_what_has_changed_is_shown_what_and_keeps_their_text()
    {
        var form = await _chair.OpenAsync($"{Case}/spor");
        await PostAsync("yellow");

        var page = await _chair.SendAsync(form, $"{Case}/spor", "", new() { ["track"] = "BackToPlan", ["reason"] = "Stillingen kan besættes" });

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("Stillingen kan besættes");
        var again = await _chair.SendAsync(page, $"{Case}/spor", "", new() { ["track"] = "BackToPlan", ["reason"] = "Stillingen kan besættes" });
        again.Status.ShouldBe(HttpStatusCode.SeeOther, again.Text);
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_not_found()
    {
        (await _chair.OpenAsync("/afvigelser/10-7")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _chair.OpenAsync("/afvigelser/99-1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _chair.OpenAsync("/eskaleringer/10-1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _chair.OpenAsync($"{Case}/afhjaelpning/3/frist")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task EscalateAsync() =>
        SendAsync(_chair, $"{Case}/eskaler", new() { ["question"] = "Kan der gives midler?", ["recommendation"] = "Chefforum anbefaler det" }, Case, "Direktørforum skal besvare eskaleringen.");

    /// <summary>Opens the form, sends it, and follows it to the page that says it is done.</summary>
    private static async Task<Page> SendAsync(Visitor visitor, string path, Dictionary<string, string> fields, string back, string shows)
    {
        var form = await visitor.OpenAsync(path);
        form.Status.ShouldBe(HttpStatusCode.OK, $"{path}: {form.Text}");
        var sent = await visitor.SendAsync(form, path, "", fields);
        sent.Status.ShouldBe(HttpStatusCode.SeeOther, sent.Text);
        sent.Location.ShouldNotBeNull().ShouldStartWith(back);
        var page = await visitor.OpenAsync(sent.Location!);
        page.Text.ShouldContain(shows);
        return page;
    }

    private async Task PostAsync(string light)
    {
        var before = await _host.SendAsync("GET", Initiative);
        var posted = await _host.SendAsync("POST", $"{Initiative}/statuses", Midt.Status(light), before.ETag);
        posted.Status.ShouldBe(201, posted.Text);
    }
}
