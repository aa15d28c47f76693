using System.Net;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

/// <summary>The small forms from an order to the start of the work, as browsers send them.</summary>
public sealed class OrderPageTests : IAsyncLifetime
{
    private const string Page = "/indsatser/10";
    private const string Initiative = $"{Midt.Initiatives}/10";

    private ApiHost _host = null!;
    private Visitor _secretariat = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        await Midt.OrderAsync(_host, 10);
        _secretariat = await Visitor.SignInAsync(_host, "secretariat", roles: [new(ClusterRoleKind.Secretariat)]);
    }

    public async ValueTask DisposeAsync()
    {
        _secretariat.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Ownership_is_assigned_from_the_interest_that_was_stated_and_the_people_in_the_register()
    {
        using var member = await Visitor.SignInAsync(_host, "member", seats: [new("chefforum", ForumRole.Member)], organisation: "aalborg");
        (await SendAsync(member, "interesse", new() { ["organisation"] = "aalborg", ["interest"] = "Ownership", ["note"] = "Vi har holdet" })).Location.ShouldBe($"{Page}?done=Interest");

        var form = await _secretariat.OpenAsync($"{Page}/ejerskab");
        form.Text.ShouldContain("Vil eje indsatsen. Vi har holdet");
        form.Text.ShouldContain("Du registrerer på vegne af Chefforum.");
        (await SendAsync(_secretariat, "ejerskab", new() { ["organisation"] = "aalborg", ["owner"] = "member", ["projectLead"] = "" })).Location.ShouldBe($"{Page}?done=Anchor");

        var told = (await _host.SendAsync("GET", Initiative)).Json;
        told.GetProperty("ownerOrganisation").GetString().ShouldBe("aalborg");
        told.GetProperty("owner").GetString().ShouldBe("member");
    }

    [Fact]
    public async Task An_organisation_is_spoken_for_by_its_own_people_alone()
    {
        using var member = await Visitor.SignInAsync(_host, "member", seats: [new("chefforum", ForumRole.Member)], organisation: "aalborg");

        (await SendAsync(member, "interesse", new() { ["organisation"] = "auh", ["interest"] = "Ownership" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_member_remarks_for_their_own_forum_and_no_other()
    {
        using var member = await Visitor.SignInAsync(_host, "member", seats: [new("chefforum", ForumRole.Member)]);
        (await member.OpenAsync($"{Page}/bemaerkning")).Text.ShouldContain("Du skriver som Chefforum.");

        (await SendAsync(member, "bemaerkning", new() { ["forum"] = "chefforum", ["text"] = "Skal være handlingsorienteret" })).Location.ShouldBe($"{Page}?done=Remark");
        (await SendAsync(member, "bemaerkning", new() { ["forum"] = "direktoerforum", ["text"] = "Ikke mit forum" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _secretariat.OpenAsync(Page)).Text.ShouldContain("Skal være handlingsorienteret");
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_what_was_typed_stays()
    {
        var page = await SendAsync(_secretariat, "forbehold", new() { ["forum"] = "politisk-niveau", ["text"] = "", ["owner"] = "aalborg", ["due"] = "en dag i maj" });

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ErrorAt("felt-text").ShouldBe("Skriv forbeholdet.");
        page.ErrorAt("felt-due").ShouldNotBeNull();
        page.ValueOf("felt-due").ShouldBe("en dag i maj");
        page.Html.ShouldContain("<option value=\"aalborg\" selected");
    }

    [Fact]
    public async Task Special_attention_is_asked_for_and_ended_with_a_reason()
    {
        (await SendAsync(_secretariat, "saerlig-bevaagenhed", new() { ["forum"] = "-", ["reason"] = "Politisk ønske" })).Location.ShouldBe($"{Page}?done=Attention");
        (await _secretariat.OpenAsync(Page)).Html.ShouldContain("saerlig-bevaagenhed/ophoer");

        (await SendAsync(_secretariat, "saerlig-bevaagenhed/ophoer", new() { ["forum"] = "politisk-niveau", ["reason"] = "Ikke længere" })).Location.ShouldBe($"{Page}?done=AttentionEnd");
    }

    [Fact]
    public async Task A_title_and_its_place_are_changed_and_the_old_name_stays_in_the_history()
    {
        (await SendAsync(_secretariat, "navn", new() { ["title"] = "Fælles forløb", ["reason"] = "Kortere" })).Location.ShouldBe($"{Page}?done=Rename");
        (await SendAsync(_secretariat, "placering", new() { ["focusArea"] = "mental", ["partners.auh"] = "ja", ["partners.jammerbugt"] = "ja" })).Location.ShouldBe($"{Page}?done=Place");

        var page = await _secretariat.OpenAsync(Page);
        page.Text.ShouldContain("Indsatsen skiftede navn fra »Systematisk indsats for de 2 % mest komplekse borgere« til »Fælles forløb«");
        page.Text.ShouldContain("Aalborg Universitetshospital, Jammerbugt Kommune");
    }

    [Fact]
    public async Task Work_starts_with_named_people_each_for_their_own_organisation_unless_told()
    {
        (await _secretariat.OpenAsync($"{Page}/start")).Status.ShouldBe(HttpStatusCode.Conflict, "nothing is approved yet, and that is said before anything is typed");
        using var registered = await Visitor.SignInAsync(_host, "person-3", organisation: "auh");
        await ApprovedAsync();
        (await _secretariat.OpenAsync(Page)).Text.ShouldContain("Start indsatsen");

        var empty = await SendAsync(_secretariat, "start", []);
        empty.ErrorAt("felt-workingGroup-0--person").ShouldBe("Angiv mindst ét navngivet medlem af projektgruppen.");
        var done = await SendAsync(_secretariat, "start", new()
        {
            ["workingGroup[0].person"] = "person-3", ["workingGroup[0].organisation"] = "",
            ["workingGroup[1].person"] = "person-1", ["workingGroup[1].organisation"] = "aalborg",
        });

        done.Location.ShouldBe($"{Page}?done=Start", done.Text);
        var group = (await _host.SendAsync("GET", Initiative)).Json.GetProperty("workingGroup");
        group[0].GetProperty("organisation").GetString().ShouldBe("auh");
        (await SendAsync(_secretariat, "projektgruppe", new() { ["workingGroup[0].person"] = "person-1", ["workingGroup[0].organisation"] = "aalborg" })).Location.ShouldBe($"{Page}?done=Group");
    }

    private async Task ApprovedAsync()
    {
        var answer = await _host.SendAsync("GET", Initiative);
        foreach (var (path, body) in new (string, object)[]
        {
            ("/ownership", new { organisation = "aalborg", owner = "person-1" }),
            ("/confirmations/1", Midt.Terms()),
            ("/confirmations/1/approvals/chefforum", new { outcome = "approved", how = "written-procedure" }),
            ("/confirmations/1/approvals/direktoerforum", new { outcome = "approved", how = "written-procedure" }),
        })
        {
            answer = await _host.SendAsync("PUT", Initiative + path, body, answer.ETag);
            answer.Status.ShouldBeOneOf([200, 201], answer.Text);
        }
    }

    private static async Task<Page> SendAsync(Visitor visitor, string below, Dictionary<string, string> fields) =>
        await visitor.SendAsync(await visitor.OpenAsync($"{Page}/{below}"), $"{Page}/{below}", "send", fields);
}
