using System.Net;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

/// <summary>The order confirmation, step by step, as an owner's browser sends it.</summary>
public sealed class ConfirmationFormTests : IAsyncLifetime
{
    private const string Path = "/indsatser/10/ordrebekraeftelse";
    private const string Initiative = $"{Midt.Initiatives}/10";

    private static readonly Dictionary<string, string>[] Steps =
    [
        new() { ["deliverable"] = "Et fælles forløb" },
        new() { ["frame.amount"] = "", ["frame.shares[0].year"] = "2023", ["frame.shares[0].payer"] = "aalborg", ["frame.shares[0].amount"] = "450.000" },
        new() { ["start"] = "2023-05-01", ["end"] = "2023-12-31", ["milestones[0].name"] = "De første ti", ["milestones[0].due"] = "2023-09-01" },
        new() { ["resources[0].organisation"] = "aalborg", ["resources[0].text"] = "0,5 årsværk" },
        new()
        {
            ["indicators[0].name"] = "Ærlige målinger på ø", ["indicators[0].unit"] = "antal", ["indicators[0].baseline"] = "4,1", ["indicators[0].target"] = "3",
            ["indicators[0].direction"] = "Down", ["indicators[0].tolerance"] = "0,2", ["indicators[0].due"] = "",
        },
        new() { ["patientInvolvement.relevant"] = "ja", ["patientInvolvement.text"] = "Udvalget læser med" },
        new() { ["supplierReservations[0]"] = "Afhænger af en stilling" },
        [],
    ];

    private ApiHost _host = null!;
    private Visitor _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        var ordered = await Midt.OrderAsync(_host, 10);
        (await _host.SendAsync("PUT", $"{Initiative}/ownership", new { organisation = "aalborg", owner = "person-1" }, ordered.ETag)).Status.ShouldBe(200);
        _owner = await Visitor.SignInAsync(_host, "person-1");
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task What_is_written_step_by_step_is_what_the_forums_receive()
    {
        for (var step = 1; step < Steps.Length; step++)
        {
            var sent = await SendAsync(step, "naeste", Steps[step - 1]);
            sent.Location.ShouldBe($"{Path}?trin={step + 1}", sent.Text);
        }
        (await _owner.OpenAsync($"{Path}?trin=1")).TextIn("felt-deliverable").ShouldBe("Et fælles forløb", "the draft is kept between steps");

        var done = await SendAsync(8, "send", []);

        done.Location.ShouldBe($"{Path}/1?done=ConfirmationSubmitted", done.Text);
        var terms = (await _host.SendAsync("GET", $"{Initiative}/confirmations/1")).Json.GetProperty("terms");
        terms.GetProperty("frame").GetProperty("amount").GetDecimal().ShouldBe(450_000m, "the frame is the sum of its shares when it is not told for itself");
        terms.GetProperty("indicators")[0].GetProperty("id").GetString().ShouldBe("aerlige-maalinger-paa-oe");
        terms.GetProperty("milestones")[0].GetProperty("due").GetString().ShouldBe("2023-09-01");
        terms.GetProperty("supplierReservations")[0].GetString().ShouldBe("Afhænger af en stilling");
        var revision = await _owner.OpenAsync($"{Path}/1");
        revision.Text.ShouldContain("Afventer Chefforum.");
        revision.Text.ShouldContain("450.000 kr.");
    }

    [Fact]
    public async Task The_last_step_tells_everything_that_is_missing_and_leads_to_it()
    {
        var events = await _host.CountEventsAsync();
        await SendAsync(1, "naeste", Steps[0]);

        var page = await SendAsync(8, "send", []);

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Html.ShouldContain($"{Path}?trin=2&amp;mangler=1#felt-frame-amount");
        page.Html.ShouldContain($"{Path}?trin=6&amp;mangler=1#felt-patientInvolvement-relevant");
        page.Text.ShouldNotContain("Trin 1, Leverance");
        (await _host.CountEventsAsync()).ShouldBe(events);
        var step = await _owner.OpenAsync($"{Path}?trin=2&mangler=1");
        step.ErrorAt("felt-frame-amount").ShouldBe("Angiv den økonomiske ramme. Skriv 0, hvis indsatsen holdes inden for eksisterende budgetter.");
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_where_it_was_typed_and_stays_there()
    {
        var page = await SendAsync(2, "naeste", new() { ["frame.amount"] = "en hel del" });

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ErrorAt("felt-frame-amount").ShouldBe("Skriv beløbet i kroner, f.eks. 1.250.000.");
        page.ValueOf("felt-frame-amount").ShouldBe("en hel del");
    }

    [Fact]
    public async Task A_row_is_added_and_removed_without_script_and_the_rest_stays()
    {
        var added = await SendAsync(4, "add:resources", Steps[3]);
        added.Html.ShouldContain("name=\"resources[1].text\"");
        added.TextIn("felt-resources-0--text").ShouldBe("0,5 årsværk");

        var removed = await SendAsync(4, "remove:resources:0", new(Steps[3]) { ["resources[1].organisation"] = "auh", ["resources[1].text"] = "en koordinator" });
        removed.TextIn("felt-resources-0--text").ShouldBe("en koordinator");
        removed.Html.ShouldNotContain("name=\"resources[1].text\"");
    }

    [Fact]
    public async Task Autosave_keeps_the_step_beside_the_others_and_says_so()
    {
        await SendAsync(1, "naeste", Steps[0]);

        var answer = await _owner.SendAsync(await _owner.OpenAsync($"{Path}?trin=4"), $"{Path}/kladde?trin=4", "", Steps[3]);

        answer.Html.ShouldStartWith("{\"told\":\"Gemt kl. ");
        answer.Html.ShouldContain("\"kept\":true");
        (await _owner.OpenAsync($"{Path}?trin=4")).TextIn("felt-resources-0--text").ShouldBe("0,5 årsværk");
        (await _owner.OpenAsync($"{Path}?trin=1")).TextIn("felt-deliverable").ShouldBe("Et fælles forløb", "autosave of one step leaves the others as they are");

        var refused = await _owner.SendAsync(await _owner.OpenAsync(Path), $"{Path}/kladde?trin=1", "", new() { ["deliverable"] = "Forløb for 010190-1234" });
        refused.Html.ShouldContain("\"kept\":false");
        (await _owner.OpenAsync($"{Path}?trin=1")).TextIn("felt-deliverable").ShouldBe("Et fælles forløb");
    }

    [Fact]
    public async Task A_draft_is_kept_read_and_forgotten_over_the_API_too_and_is_the_same_one()
    {
        const string draft = $"{Initiative}/confirmation-draft";
        (await _owner.AskAsync("GET", draft)).Status.ShouldBe(404);

        var put = await _owner.AskAsync("PUT", draft, new { fields = new Dictionary<string, string> { ["deliverable"] = "Et fælles forløb", ["frame.amount"] = "450.000" } });

        put.Status.ShouldBe(200, put.Text);
        (await _owner.OpenAsync($"{Path}?trin=2")).ValueOf("felt-frame-amount").ShouldBe("450.000");
        (await _owner.AskAsync("GET", draft)).Json.GetProperty("fields").GetProperty("deliverable").GetString().ShouldBe("Et fælles forløb");
        (await _owner.AskAsync("PUT", draft, new { fields = new Dictionary<string, string> { ["colour"] = "red" } })).Status.ShouldBe(409);
        (await _owner.AskAsync("DELETE", draft)).Status.ShouldBe(200);
        (await _owner.AskAsync("GET", draft)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_draft_goes_with_the_revision_it_led_to()
    {
        await SubmitFirstAsync();

        (await _host.ScalarAsync("SELECT count(*) FROM drafts")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_patients_number_is_not_even_kept_in_a_draft()
    {
        var page = await SendAsync(1, "naeste", new() { ["deliverable"] = "Forløb for 010190-1234" });

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.TextIn("felt-deliverable").ShouldBe("Forløb for 010190-1234");
        (await _owner.OpenAsync(Path)).TextIn("felt-deliverable").ShouldBe("");
    }

    [Fact]
    public async Task A_new_revision_begins_from_the_last_and_says_why_and_what_it_changes()
    {
        await SubmitFirstAsync();
        (await _owner.OpenAsync($"{Path}?trin=5")).ValueOf("felt-indicators-0--name").ShouldBe("Ærlige målinger på ø");
        await SendAsync(3, "naeste", new(Steps[2]) { ["end"] = "2024-04-30" });

        var review = await SendAsync(8, "send", new() { ["reason"] = "" });
        review.ErrorAt("felt-reason").ShouldBe("Skriv en begrundelse.");
        review.Text.ShouldContain("31. dec. 2023");
        review.Text.ShouldContain("30. apr. 2024");

        var done = await SendAsync(8, "send", new() { ["reason"] = "Stillingen blev besat sent" });
        done.Location.ShouldBe($"{Path}/2?done=ConfirmationSubmitted", done.Text);
        var second = (await _host.SendAsync("GET", $"{Initiative}/confirmations/2")).Json;
        second.GetProperty("terms").GetProperty("indicators")[0].GetProperty("id").GetString().ShouldBe("aerlige-maalinger-paa-oe", "an indicator keeps its id, so that its readings follow it");
        var page = await _owner.OpenAsync($"{Path}/2");
        page.Text.ShouldContain("Ændret siden revision 1");
        page.Text.ShouldContain("Stillingen blev besat sent");
        (await _owner.OpenAsync($"{Path}/1")).Text.ShouldContain("Afløst af en nyere revision");
    }

    [Fact]
    public async Task Only_those_who_answer_for_the_initiative_write_its_confirmation()
    {
        using var chair = await Visitor.SignInAsync(_host, "chair", seats: [new("chefforum", ForumRole.Chair)]);

        (await chair.OpenAsync(Path)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task SubmitFirstAsync()
    {
        for (var step = 1; step < Steps.Length; step++) await SendAsync(step, "naeste", Steps[step - 1]);
        (await SendAsync(8, "send", [])).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    private async Task<Page> SendAsync(int step, string pressed, Dictionary<string, string> fields) =>
        await _owner.SendAsync(await _owner.OpenAsync($"{Path}?trin={step}"), $"{Path}?trin={step}", pressed, fields);
}
