using System.Net;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

/// <summary>The out-of-ordinary in an initiative's life and its end, as browsers send it.</summary>
public sealed class EndingPagesTests : IAsyncLifetime
{
    private const string Initiative = "/indsatser/10";

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
        _host.Clock.Now = new(2023, 8, 30, 9, 0, 0, TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { _owner, _chair, _director, _secretariat }) visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task It_rests_and_goes_on()
    {
        await SendAsync(_chair, "pause", new() { ["reason"] = "Afventer Driftsforum", ["until"] = "2023-10-01" });
        (await _host.SendAsync("GET", $"{Midt.Initiatives}/10")).Json.GetProperty("phase").GetString().ShouldBe("paused");
        (await _chair.OpenAsync($"{Initiative}/pause")).Status.ShouldBe(HttpStatusCode.Conflict, "it rests already");

        await SendAsync(_chair, "genoptag", []);

        (await _host.SendAsync("GET", $"{Midt.Initiatives}/10")).Json.GetProperty("phase").GetString().ShouldBe("in-delivery");
    }

    [Fact]
    public async Task What_is_delivered_is_measured_judged_forum_by_forum_and_closed_with_what_was_learned()
    {
        await SendAsync(_owner, "leveret", new() { ["claim"] = "Forløbet er i drift", ["indicators.kontakter.value"] = "2,9", ["indicators.kontakter.measured"] = "2023-08-29" });
        var form = await _chair.OpenAsync($"{Initiative}/luk");
        form.Text.ShouldContain("Akutte kontakter pr. borger pr. kvartal: 2,9 (mål 3)");
        (await _director.OpenAsync($"{Initiative}/luk")).Text.ShouldContain("Det er Chefforum, der tager stilling til dette nu.");

        await SendAsync(_chair, "luk", new() { ["decision"] = "Leveret som aftalt", ["how"] = "Meeting", ["meeting"] = "chefforum-2023-08-30" });
        var refused = await _director.SendAsync(await _director.OpenAsync($"{Initiative}/luk"), $"{Initiative}/luk", "", new() { ["decision"] = "Enig", ["how"] = "WrittenProcedure" });
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.ErrorAt("felt-lessonsLearned").ShouldNotBeNull();
        await SendAsync(_director, "luk", new() { ["decision"] = "Enig", ["how"] = "WrittenProcedure", ["lessonsLearned"] = "Begynd med de praktiserende læger" });

        (await _owner.OpenAsync(Initiative)).Text.ShouldContain("Begynd med de praktiserende læger");
    }

    [Fact]
    public async Task A_delivery_that_is_not_accepted_goes_back_to_the_owner()
    {
        await SendAsync(_owner, "leveret", new() { ["claim"] = "Forløbet er i drift" });
        await SendAsync(_chair, "afvis-levering", new() { ["reasons"] = "Målet er ikke nået", ["meeting"] = "chefforum-2023-08-30" });

        (await _host.SendAsync("GET", $"{Midt.Initiatives}/10")).Json.GetProperty("phase").GetString().ShouldBe("in-delivery");
    }

    [Fact]
    public async Task A_reading_that_cannot_be_is_told_at_its_own_field()
    {
        var page = await _owner.SendAsync(await _owner.OpenAsync($"{Initiative}/leveret"), $"{Initiative}/leveret", "",
            new() { ["claim"] = "I drift", ["indicators.kontakter.value"] = "2,9", ["indicators.kontakter.measured"] = "2023-12-24" });

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.ErrorAt("felt-indicators-kontakter-measured").ShouldNotBeNull();
        page.TextIn("felt-claim").ShouldBe("I drift");
    }

    [Fact]
    public async Task A_forum_takes_it_off_the_plan_with_the_reason()
    {
        await SendAsync(_secretariat, "udgaar", new() { ["forum"] = "politisk-niveau", ["reason"] = "Indskrevet som generel rettesnor" });

        (await _owner.OpenAsync(Initiative)).Text.ShouldContain("Indskrevet som generel rettesnor");
        (await _chair.OpenAsync($"{Initiative}/udgaar")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task It_lives_on_in_another_that_knows_where_it_came_from()
    {
        await Midt.OrderAsync(_host, 11);
        await SendAsync(_chair, "sammenlaeg", new() { ["into"] = "11", ["reason"] = "Samme målgruppe" });

        (await _owner.OpenAsync("/indsatser/11")).Text.ShouldContain("Samme målgruppe");
    }

    [Fact]
    public async Task It_lives_on_in_several_that_are_ordered_with_it_or_in_none()
    {
        var fields = new Dictionary<string, string>
        {
            ["reason"] = "Børn og voksne kræver hver sin",
            ["into[0].number"] = "16", ["into[0].title"] = "Børn", ["into[0].order"] = "Den del, der handler om børn.",
            ["into[1].number"] = "17", ["into[1].title"] = "Voksne", ["into[1].order"] = "",
        };
        var form = await _secretariat.OpenAsync($"{Initiative}/opdel");
        var more = await _secretariat.SendAsync(form, $"{Initiative}/opdel", "add:into", fields);
        more.Html.ShouldContain("into[2].title");
        more.ValueOf("felt-into-0--title").ShouldBe("Børn");
        (await _secretariat.SendAsync(more, $"{Initiative}/opdel", "", fields)).Status.ShouldBe(HttpStatusCode.Conflict, "one of them is no order");
        (await _host.SendAsync("GET", $"{Midt.Initiatives}/16")).Status.ShouldBe(404);

        await SendAsync(_secretariat, "opdel", new(fields) { ["into[1].order"] = "Den del, der handler om voksne." });

        (await _host.SendAsync("GET", $"{Midt.Initiatives}/17")).Status.ShouldBe(200);
        (await _chair.OpenAsync($"{Initiative}/opdel")).Status.ShouldBe(HttpStatusCode.Conflict, "the plan is the secretariat's to keep");
    }

    [Fact]
    public async Task The_patient_representative_comments_and_everybody_reads_it()
    {
        using var patient = await Visitor.SignInAsync(_host, "patient", [new("chefforum", ForumRole.PatientRepresentative)]);
        await SendAsync(patient, "patientinddragelse", new() { ["comment"] = "Udvalget vil gerne spørges før, ikke efter" });

        (await _owner.OpenAsync(Initiative)).Text.ShouldContain("Udvalget vil gerne spørges før, ikke efter");
        (await _owner.OpenAsync($"{Initiative}/patientinddragelse")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_initiatives_page_offers_what_its_reader_may()
    {
        (await _owner.OpenAsync(Initiative)).Html.ShouldContain($"href=\"{Initiative}/leveret\"");
        var chairs = await _chair.OpenAsync(Initiative);
        chairs.Html.ShouldContain($"href=\"{Initiative}/pause\"");
        chairs.Html.ShouldNotContain($"href=\"{Initiative}/leveret\"");
    }

    private static async Task SendAsync(Visitor visitor, string below, Dictionary<string, string> fields)
    {
        var path = $"{Initiative}/{below}";
        var form = await visitor.OpenAsync(path);
        form.Status.ShouldBe(HttpStatusCode.OK, form.Text);
        var sent = await visitor.SendAsync(form, path, "", fields);
        sent.Status.ShouldBe(HttpStatusCode.SeeOther, sent.Text);
    }
}
