using System.Net;
using Initiatives.Api.Features.People;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

/// <summary>A plan that ends asks for what is missing, and what has not ended goes on in the plan that takes over: all of it or nothing.</summary>
public sealed class SuccessionTests : IAsyncLifetime
{
    private const string Path = "/handleplan/efterfoelger";

    private ApiHost _host = null!;
    private Visitor _secretariat = null!;
    private Visitor _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        _secretariat = await Visitor.SignInAsync(_host, "secretary", roles: [new(ClusterRoleKind.Secretariat)]);
        _owner = await Visitor.SignInAsync(_host, "person-1", organisation: "aalborg");
        await Midt.StartedAsync(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _secretariat.Dispose();
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    private static Dictionary<string, string> Form => new()
    {
        ["forum"] = "politisk-niveau", ["on"] = "2023-12-20", ["decision"] = "Afløses", ["lessonsLearned"] = "Begynd med data", ["title"] = "Handleplan", ["from"] = "2024-01-01", ["to"] = "2024-12-31",
        ["initiatives.10.choice"] = "CarryOver", ["initiatives.10.reason"] = "Målet nås først i 2024",
    };

    [Fact]
    public async Task From_ninety_days_before_its_end_owners_and_secretariat_are_asked()
    {
        _host.Clock.Now = new(2023, 9, 29, 10, 0, 0, TimeSpan.Zero);
        (await TasksOf(_owner)).ShouldNotContain("claim-delivery");
        _host.Clock.Now = new(2023, 10, 2, 10, 0, 0, TimeSpan.Zero);
        (await TasksOf(_owner)).ShouldContain("claim-delivery");
        (await TasksOf(_secretariat)).ShouldContain("succeed-plan");
        (await _secretariat.OpenAsync("/moeder/chefforum-2023-11-27")).Text.ShouldContain("Handleplanen slutter 31. dec. 2023");
    }

    [Fact]
    public async Task What_has_not_ended_is_carried_over_with_its_owner_and_terms_after_it_was_looked_through()
    {
        _host.Clock.Now = new(2023, 12, 20, 10, 0, 0, TimeSpan.Zero);
        var form = await _secretariat.OpenAsync(Path);
        (await _secretariat.SendAsync(form, Path, "vis", new(Form) { ["lessonsLearned"] = "" })).ErrorAt("felt-lessonsLearned").ShouldNotBeNull();
        var preview = await _secretariat.SendAsync(form, Path, "vis", Form);
        preview.Text.ShouldContain("Intet er gemt endnu");
        (await CountAsync("plan_closed")).ShouldBe(0L);

        (await _secretariat.SendAsync(preview, Path, "gem", Form)).Location.ShouldBe("/handleplan?done=PlanSucceeded");
        (await CountAsync("plan_closed")).ShouldBe(1L);
        (await CountAsync("initiative_carried_over")).ShouldBe(1L);
        (await CountAsync("initiative_closed")).ShouldBe(0L);
        var page = await _secretariat.OpenAsync("/indsatser/10");
        page.Text.ShouldContain("Ført videre fra Handleplan for Sundhedsklynge Midt, indsats 10.");
        page.Text.ShouldContain("Aalborg Kommune");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var now = (await _secretariat.AskAsync("GET", $"{Midt.Initiatives}/10")).Json;
        now.GetProperty("plan").GetString().ShouldBe("handleplan-2024");
        (await _secretariat.AskAsync("GET", $"{Midt.Initiatives}/10?plan={Midt.Plan}")).Status.ShouldBe(200);
        (await _secretariat.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/plans")).Json.GetProperty("plans").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task The_old_plan_says_of_what_was_carried_over_where_it_went_on_board_page_and_sheet_in_both_languages()
    {
        _host.Clock.Now = new(2023, 12, 20, 10, 0, 0, TimeSpan.Zero);
        var form = await _secretariat.OpenAsync(Path);
        (await _secretariat.SendAsync(form, Path, "gem", Form)).Location.ShouldBe("/handleplan?done=PlanSucceeded");

        (await _secretariat.OpenAsync("/handleplan")).Text.ShouldContain("Tidligere handleplaner");
        foreach (var (language, word, into) in new[] { ("da", "Ført videre", "Ført videre som indsats 10 i Handleplan"), ("en", "Carried over", "Carried over as initiative 10 in Handleplan") })
        {
            var board = await _secretariat.OpenAsync($"/?plan={Midt.Plan}&sprog={language}");
            board.Text.ShouldContain(into);
            var page = await _secretariat.OpenAsync($"/indsatser/10?plan={Midt.Plan}&sprog={language}");
            page.Text.ShouldContain(word);
            page.Text.ShouldContain(into);
        }
        (await _secretariat.OpenAsync($"/indsatser/10/ark?plan={Midt.Plan}")).Text.ShouldContain("Ført videre som indsats 10 i Handleplan");
        (await _secretariat.OpenAsync("/?plan=findes-ikke")).Status.ShouldBe(HttpStatusCode.NotFound);
        var now = (await _secretariat.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/board?plan={Midt.Plan}")).Json.GetProperty("rows")[0].GetProperty("now");
        (now.GetProperty("state").GetString(), now.GetProperty("into").GetProperty("plan").GetString(), now.GetProperty("into").GetProperty("number").GetInt32()).ShouldBe(("carried-over", "handleplan-2024", 10));
    }

    [Fact]
    public async Task An_earlier_plan_is_read_and_nothing_is_done_to_it()
    {
        _host.Clock.Now = new(2023, 12, 20, 10, 0, 0, TimeSpan.Zero);
        (await _secretariat.SendAsync(await _secretariat.OpenAsync(Path), Path, "gem", Form)).Location.ShouldBe("/handleplan?done=PlanSucceeded");

        (await _secretariat.OpenAsync("/handleplan")).Text.ShouldContain("Bestil en indsats");
        (await _secretariat.OpenAsync($"/handleplan?plan={Midt.Plan}")).Text.ShouldNotContain("Bestil en indsats");
        (await _secretariat.OpenAsync($"/indsatser/10?plan={Midt.Plan}")).Text.ShouldNotContain("Fordel ejerskab");
    }

    [Fact]
    public async Task A_program_is_refused_a_successor_that_leaves_something_behind()
    {
        _host.Clock.Now = new(2023, 12, 20, 10, 0, 0, TimeSpan.Zero);
        var answer = await _secretariat.AskAsync(
            "PUT", $"/api/v1/clusters/{Midt.Cluster}/plans/{Midt.Plan}/successor/handleplan-2024",
            new { title = "Handleplan 2024", from = "2024-01-01", to = "2024-12-31", on = "2023-12-20", forum = "politisk-niveau", decision = "Afløses", lessonsLearned = "Begynd med data" }, "*");
        (answer.Status, answer.Text.Contains("initiative-left-behind", StringComparison.Ordinal)).ShouldBe((409, true));
    }

    private static async Task<IReadOnlyList<string>> TasksOf(Visitor visitor) =>
        [.. (await visitor.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/tasks")).Json.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("kind").GetString()!)];

    private async Task<object?> CountAsync(string type) => await _host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE type = '{type}'");
}
