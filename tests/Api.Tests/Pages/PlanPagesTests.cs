using System.Net;
using System.Net.Http.Headers;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Workbooks;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

/// <summary>The plan, as the secretariat keeps it and everybody reads it; orders from Excel.</summary>
public sealed class PlanPagesTests : IAsyncLifetime
{
    private static readonly string[] Headings = ["Nummer", "Titel", "Indsatsområde", "Bestilling", "Partnere", "Særlig bevågenhed"];

    private ApiHost _host = null!;
    private Visitor _secretariat = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        _secretariat = await Visitor.SignInAsync(_host, "secretary", roles: [new(ClusterRoleKind.Secretariat)]);
    }

    public async ValueTask DisposeAsync()
    {
        _secretariat.Dispose();
        await _host.DisposeAsync();
    }

    private async Task<Page> SendAsync(string path, Dictionary<string, string> fields) =>
        await _secretariat.SendAsync(await _secretariat.OpenAsync(path), path, "gem", fields);

    [Fact]
    public async Task An_initiative_is_ordered_on_the_forums_behalf_and_stands_in_the_plan()
    {
        (await SendAsync("/handleplan/bestilling", new() { ["forum"] = "", ["number"] = "11", ["title"] = "" })).ErrorAt("felt-forum").ShouldNotBeNull();
        (await SendAsync("/handleplan/bestilling", new()
        {
            ["forum"] = "politisk-niveau", ["number"] = "11", ["title"] = "Inkontinens", ["focusArea"] = "oevrige", ["order"] = "Som besluttet", ["partners.aalborg"] = "ja", ["attention"] = "Skal følges",
        })).Location.ShouldBe("/indsatser/11?done=InitiativeOrdered");

        var plan = await _secretariat.OpenAsync("/handleplan");
        plan.Text.ShouldContain("11 Inkontinens");
        (await _secretariat.OpenAsync("/handleplan/indsatser.csv")).Html.ShouldContain("\"11\";\"Inkontinens\";\"Øvrige\"");
        (await _host.ScalarAsync("SELECT headers ->> 'on_behalf_of' FROM mt_events WHERE type = 'initiative_ordered'")).ShouldBe("politisk-niveau");
    }

    [Fact]
    public async Task A_title_that_begins_like_a_formula_leaves_as_text()
    {
        await SendAsync("/handleplan/bestilling", new() { ["forum"] = "politisk-niveau", ["number"] = "11", ["title"] = "=HYPERLINK(\"x\")", ["focusArea"] = "oevrige", ["order"] = "x" });

        (await _secretariat.OpenAsync("/handleplan/indsatser.csv")).Html.ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    [Fact]
    public async Task The_plan_is_revised_and_an_area_that_is_renamed_is_the_same_area()
    {
        (await SendAsync("/handleplan/revision", new()
        {
            ["title"] = "Ny titel", ["from"] = "2022-09-20", ["to"] = "2024-06-30", ["areas[0].id"] = "mental", ["areas[0].name"] = "Psykiatri", ["areas[1].id"] = "", ["areas[1].name"] = "Ældre",
        })).Location.ShouldBe("/handleplan?done=PlanRevised");

        var plan = (await _secretariat.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/plans/{Midt.Plan}")).Text;
        plan.ShouldContain("{\"id\":\"mental\",\"name\":\"Psykiatri\"},{\"id\":\"aeldre\",\"name\":\"Ældre\"}");
    }

    [Fact]
    public async Task An_approval_with_a_reservation_is_recorded_and_the_reservation_met()
    {
        (await SendAsync("/handleplan/godkendelse", new() { ["forum"] = "politisk-niveau", ["on"] = "2023-03-13", ["reservations[0].text"] = "Godkendelse i kommunerne", ["remarks[0]"] = "God plan" })).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await _secretariat.OpenAsync("/handleplan")).Text.ShouldContain("Forbehold: Godkendelse i kommunerne");
        (await SendAsync("/handleplan/forbehold/1", [])).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await _secretariat.OpenAsync("/handleplan")).Text.ShouldContain("Godkendelse i kommunerne (opfyldt)");
    }

    [Fact]
    public async Task A_proposal_is_dropped_and_the_plan_closed()
    {
        (await SendAsync("/handleplan/ikke-medtaget", new() { ["title"] = "De 8 veje", ["reason"] = "Generel rettesnor" })).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await SendAsync("/handleplan/afslutning", new() { ["forum"] = "politisk-niveau", ["on"] = "2023-03-13", ["decision"] = "Afløses", ["lessonsLearned"] = "Begynd med data" })).Status.ShouldBe(HttpStatusCode.SeeOther);

        var plan = (await _secretariat.OpenAsync("/handleplan")).Text;
        plan.ShouldContain("De 8 veje");
        plan.ShouldContain("Afsluttet");
        plan.ShouldContain("Opret en handleplan");
    }

    [Fact]
    public async Task A_sheet_with_errors_names_every_cell_and_orders_nothing()
    {
        var page = await _secretariat.SendFileAsync(await _secretariat.OpenAsync("/handleplan/import"), "/handleplan/import", Books.Of(
            Headings, ["1", "God", "Øvrige", "Ordre", "Aalborg Kommune", ""], ["to", "", "Findes ikke", "", "Ukendt", ""], ["1", "Igen", "Øvrige", "x", "", ""], ["4", "CPR", "Øvrige", "0101701234", "", ""]));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var cell in new[] { "A3", "C3", "E3", "A4", "D5" }) page.Text.ShouldContain($"Celle {cell}:");
        (await _host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'initiative_ordered'")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_good_sheet_is_shown_first_then_ordered_whole_and_changes_nothing_again()
    {
        var sheet = Books.Of(Headings, ["1", "Først", "Øvrige", "Ordre", "Aalborg Kommune; auh", ""], ["2", "Så", "mental", "Ordre", "", "Skal følges"]);
        var preview = await _secretariat.SendFileAsync(await _secretariat.OpenAsync("/handleplan/import"), "/handleplan/import", sheet);
        preview.Text.ShouldContain("Intet er læst ind endnu");
        (await _host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'initiative_ordered'")).ShouldBe(0L);

        (await _secretariat.SendAsync(preview, "/handleplan/import/indlaes", "indlaes", new() { ["file"] = preview.Hidden("file") })).Location.ShouldBe("/handleplan?done=InitiativesImported");
        (await _host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type IN ('initiative_ordered', 'initiative_listed', 'special_attention_asked')")).ShouldBe(5L);

        var again = await _secretariat.SendFileAsync(await _secretariat.OpenAsync("/handleplan/import"), "/handleplan/import", sheet);
        again.Text.ShouldContain("Der er intet at læse ind");
    }

    [Fact]
    public async Task The_api_takes_the_same_sheet_and_a_dry_run_orders_nothing()
    {
        async Task<Answer> PostAsync(string query, byte[] sheet)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Midt.Initiatives}/import{query}") { Content = new ByteArrayContent(sheet) { Headers = { ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") } } };
            return await _host.SendAsync(request);
        }
        var sheet = Books.Of(Headings, ["1", "Først", "Øvrige", "Ordre", "", ""]);

        (await PostAsync("?dryRun=true", sheet)).Json.GetProperty("facts").GetInt32().ShouldBe(2);
        (await _host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'initiative_ordered'")).ShouldBe(0L);
        (await PostAsync("", sheet)).Status.ShouldBe(200);
        (await PostAsync("", Books.Of(Headings, ["=1", "x", "y", "z", "", ""]))).Text.ShouldContain("workbook-formula");
    }
}
