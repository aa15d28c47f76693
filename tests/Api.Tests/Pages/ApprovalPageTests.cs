using System.Net;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

/// <summary>Approvals, as the forums' chairs and the secretariat send them.</summary>
public sealed class ApprovalPageTests : IAsyncLifetime
{
    private const string Path = "/godkendelser/10/1";
    private const string Initiative = $"{Midt.Initiatives}/10";

    private ApiHost _host = null!;
    private Visitor _chair = null!;
    private Visitor _director = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        var answer = await Midt.OrderAsync(_host, 10);
        answer = await _host.SendAsync("PUT", $"{Initiative}/ownership", new { organisation = "aalborg", owner = "person-1" }, answer.ETag);
        answer = await _host.SendAsync("PUT", $"{Initiative}/confirmations/1", Midt.Terms(), answer.ETag);
        answer.Status.ShouldBe(201, answer.Text);
        _host.Clock.Now = new(2023, 3, 31, 12, 0, 0, TimeSpan.Zero);
        _chair = await Visitor.SignInAsync(_host, "chair", seats: [new("chefforum", ForumRole.Chair)]);
        _director = await Visitor.SignInAsync(_host, "director", seats: [new("direktoerforum", ForumRole.Chair)]);
    }

    public async ValueTask DisposeAsync()
    {
        _chair.Dispose();
        _director.Dispose();
        await _host.DisposeAsync();
    }

    private static Dictionary<string, string> Decision(string outcome, string forum = "chefforum") => new()
    {
        ["forum"] = forum,
        ["outcome"] = outcome,
        ["how"] = "Meeting",
        ["meeting"] = "chefforum-2023-03-31",
    };

    [Fact]
    public async Task An_approval_with_a_reservation_names_who_must_meet_it_and_by_when()
    {
        (await _chair.OpenAsync("/godkendelser")).Text.ShouldContain("Afventer dig (1)");

        var done = await SendAsync(_chair, new(Decision("ApprovedWithReservations"))
        {
            // The first row was opened and left.
            ["reservations[0].text"] = "",
            ["reservations[1].text"] = "Økonomien præciseres",
            ["reservations[1].owner"] = "aalborg",
            ["reservations[1].due"] = "2023-05-01",
        });

        done.Location.ShouldBe("/godkendelser?done=Decided.ApprovedWithReservations", done.Text);
        var list = await _chair.OpenAsync("/godkendelser");
        list.Text.ShouldContain("Økonomien præciseres");
        list.Text.ShouldContain("Opfyldes af: Aalborg Kommune.");
        list.Text.ShouldContain("Frist man. 1. maj 2023.");
        (await _director.OpenAsync(Path)).Text.ShouldContain("Forbehold, der ikke er opfyldt endnu Chefforum: Økonomien præciseres (frist man. 1. maj 2023)");
        var fulfil = await _chair.OpenAsync("/indsatser/10/forbehold/1");
        (await _chair.SendAsync(fulfil, "/indsatser/10/forbehold/1", "send", new() { ["note"] = "Afklaret" })).Location.ShouldBe("/indsatser/10?done=Fulfil");
        (await _chair.OpenAsync("/godkendelser")).Text.ShouldContain("Alle forbehold er opfyldt.");
        (await _director.OpenAsync(Path)).Text.ShouldNotContain("ikke er opfyldt endnu");
    }

    [Fact]
    public async Task A_forum_that_decides_later_sees_whose_turn_it_is_and_has_no_form()
    {
        var list = await _director.OpenAsync("/godkendelser");
        list.Text.ShouldContain("Chefforum skal tage stilling, før det er Direktørforums tur.");
        (await _director.OpenAsync(Path)).Html.ShouldNotContain("name=\"outcome\"");

        await SendAsync(_chair, Decision("Approved"));

        var page = await _director.OpenAsync(Path);
        page.Html.ShouldContain("name=\"outcome\"");
        page.Text.ShouldContain("Chefforum godkendte");
    }

    [Fact]
    public async Task Each_outcome_asks_for_what_it_needs_and_nothing_is_stored_without_it()
    {
        var events = await _host.CountEventsAsync();

        (await SendAsync(_chair, new(Decision("")))).ErrorAt("felt-outcome").ShouldBe("Vælg en af mulighederne.");
        (await SendAsync(_chair, Decision("ApprovedWithReservations"))).ErrorAt("felt-reservations-0--text").ShouldNotBeNull();
        (await SendAsync(_chair, Decision("ApprovedWithRemarks"))).ErrorAt("felt-remarks-0").ShouldNotBeNull();
        (await SendAsync(_chair, Decision("Returned"))).ErrorAt("felt-reasons").ShouldBe("Skriv en begrundelse.");
        (await SendAsync(_chair, Decision("Postponed"))).ErrorAt("felt-toMeeting").ShouldNotBeNull();
        (await SendAsync(_chair, new(Decision("Approved")) { ["meeting"] = "" })).ErrorAt("felt-meeting").ShouldNotBeNull();
        (await _host.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task What_is_returned_meets_its_owner_with_the_reasons()
    {
        using var owner = await Visitor.SignInAsync(_host, "person-1");

        await SendAsync(_chair, new(Decision("Returned")) { ["reasons"] = "Indikatoren måler ikke målet" });

        (await owner.OpenAsync("/indsatser/10/ordrebekraeftelse")).Text.ShouldContain("Chefforum sendte revision 1 tilbage fre. 31. mar. 2023: Indikatoren måler ikke målet");
    }

    [Fact]
    public async Task What_is_postponed_names_the_meeting()
    {
        await SendAsync(_chair, new(Decision("Postponed")) { ["toMeeting"] = "chefforum-2023-08-30" });

        (await _chair.OpenAsync("/godkendelser")).Text.ShouldContain("Udsat til mødet ons. 30. aug. 2023.");
    }

    [Fact]
    public async Task The_secretariat_is_told_on_whose_behalf_it_records_and_so_is_everyone_else()
    {
        using var secretariat = await Visitor.SignInAsync(_host, "secretariat", roles: [new(ClusterRoleKind.Secretariat)]);
        (await secretariat.OpenAsync(Path)).Text.ShouldContain("Du registrerer på vegne af Chefforum.");

        await SendAsync(secretariat, Decision("Approved"));

        (await _chair.OpenAsync("/indsatser/10/ordrebekraeftelse/1")).Text.ShouldContain("Registreret af Navn secretariat");
    }

    [Fact]
    public async Task Nobody_decides_for_a_forum_that_is_not_theirs()
    {
        var events = await _host.CountEventsAsync();

        (await SendAsync(_director, Decision("Approved"))).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await _host.CountEventsAsync()).ShouldBe(events);
    }

    private static async Task<Page> SendAsync(Visitor visitor, Dictionary<string, string> fields) => await visitor.SendAsync(await visitor.OpenAsync(Path), Path, "send", fields);
}
