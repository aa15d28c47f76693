using System.Text.Json;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

/// <summary>Mine opgaver, through the life of one initiative: each step is the next person's task, and nobody else's.</summary>
public sealed class TaskListTests : IAsyncLifetime
{
    private const string Initiative = $"{Midt.Initiatives}/10";

    private ApiHost _host = null!;
    private Visitor _owner = null!;
    private Visitor _chair = null!;
    private Visitor _director = null!;
    private Visitor _secretariat = null!;
    private string _etag = "";

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        _owner = await Visitor.SignInAsync(_host, "person-1", organisation: "aalborg");
        _chair = await Visitor.SignInAsync(_host, "chair", [new("chefforum", ForumRole.Chair)]);
        _director = await Visitor.SignInAsync(_host, "director", [new("direktoerforum", ForumRole.Chair)]);
        _secretariat = await Visitor.SignInAsync(_host, "secretary", roles: [new(ClusterRoleKind.Secretariat)]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { _owner, _chair, _director, _secretariat }) visitor.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>The person's tasks; each one's button leads to a page that they may open.</summary>
    private static async Task<IReadOnlyList<string>> TasksOf(Visitor visitor)
    {
        var answer = await visitor.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/tasks");
        answer.Status.ShouldBe(200, answer.Text);
        var tasks = answer.Json.GetProperty("tasks").EnumerateArray().ToList();
        foreach (var task in tasks)
            (await visitor.OpenAsync(task.GetProperty("page").GetString()!)).Status.ShouldBe(System.Net.HttpStatusCode.OK, task.GetRawText());
        // A plan that ends asks for more: SuccessionTests hold that.
        // Minutes are asked for after every meeting, whatever the initiative's life: AgendaLifeTests holds who is asked for them.
        return [.. tasks.Select(t => t.GetProperty("kind").GetString()!).Where(kind => !kind.EndsWith("-minutes", StringComparison.Ordinal) && kind is not ("claim-delivery" or "succeed-plan"))];
    }

    private async Task StepAsync(string method, string path, object body)
    {
        var answer = await _host.SendAsync(method, Initiative + path, body, _etag);
        answer.Status.ShouldBeOneOf([200, 201], answer.Text);
        _etag = answer.ETag;
    }

    private async Task AllDo(string[] owner, string[] chair, string[] director, string[] secretariat)
    {
        (await TasksOf(_owner)).ShouldBe(owner);
        (await TasksOf(_chair)).ShouldBe(chair);
        (await TasksOf(_director)).ShouldBe(director);
        (await TasksOf(_secretariat)).ShouldBe(secretariat);
    }

    [Fact]
    public async Task Silence_for_two_rounds_running_is_put_to_chair_and_secretariat_and_ends_with_a_status_or_a_pause()
    {
        _etag = await Midt.StartedAsync(_host);
        _host.Clock.Now = new(2023, 10, 20, 20, 0, 0, TimeSpan.Zero);
        await AllDo(["post-status"], [], [], ["chase-statuses"]);
        _host.Clock.Now = new(2023, 10, 23, 8, 0, 0, TimeSpan.Zero);
        await AllDo(["post-status"], ["break-silence"], [], ["chase-statuses", "break-silence"]);
        (await _chair.OpenAsync("/opgaver")).Text.ShouldContain("Kontakt projektejeren for indsats 10: ingen status i 2 runder i træk.");

        await StepAsync("PUT", "/pause", new { reason = "Afventer ny lovgivning" });
        await AllDo([], [], [], []);
        await StepAsync("PUT", "/resumption", new { note = "Videre" });
        await StepAsync("POST", "/statuses", Midt.Status());
        await AllDo([], [], [], []);
    }

    [Fact]
    public async Task From_order_to_the_answer_of_an_escalation_each_step_is_one_persons_task()
    {
        await AllDo([], [], [], []);
        _etag = (await Midt.OrderAsync(_host, 10)).ETag;
        await AllDo([], [], [], ["anchor-order"]);

        await StepAsync("PUT", "/ownership", new { organisation = "aalborg", owner = "person-1", projectLead = "person-2" });
        await AllDo(["submit-confirmation"], [], [], []);

        await StepAsync("PUT", "/confirmations/1", Midt.Terms());
        await AllDo([], ["approve-confirmation"], [], []);
        await StepAsync("PUT", "/confirmations/1/approvals/chefforum", new { outcome = "returned", how = "written-procedure", reasons = "Rammen mangler fordeling" });
        await AllDo(["mend-confirmation"], [], [], []);

        await StepAsync("PUT", "/confirmations/2", Midt.Terms(reason: "Rammen er fordelt"));
        _host.Clock.Now = new(2023, 3, 31, 12, 0, 0, TimeSpan.Zero);
        await StepAsync("PUT", "/confirmations/2/approvals/chefforum", new { outcome = "approved", meeting = "chefforum-2023-03-31" });
        await AllDo([], [], ["approve-confirmation"], []);
        _host.Clock.Now = new(2023, 4, 17, 12, 0, 0, TimeSpan.Zero);
        await StepAsync("PUT", "/confirmations/2/approvals/direktoerforum", new { outcome = "approved", meeting = "direktoerforum-2023-04-17" });
        await AllDo(["start-initiative"], [], [], []);
        _host.Clock.Now = new(2023, 5, 1, 8, 0, 0, TimeSpan.Zero);
        await StepAsync("PUT", "/start", new { workingGroup = new[] { new { person = "person-3", organisation = "auh" } } });
        await AllDo([], [], [], []);

        // The round of 30 August opens; after its deadline the secretariat is asked to chase.
        _host.Clock.Now = new(2023, 8, 16, 8, 0, 0, TimeSpan.Zero);
        await AllDo(["post-status"], [], [], []);
        _host.Clock.Now = new(2023, 8, 22, 8, 0, 0, TimeSpan.Zero);
        await AllDo(["post-status"], [], [], ["chase-statuses"]);
        // Where it says who is missing, and has the button that reminds them.
        (await _secretariat.OpenAsync("/opgaver")).Html.ShouldContain("href=\"/runder/chefforum-2023-08-30\"");

        await StepAsync("POST", "/statuses", Midt.Status("red"));
        await AllDo([], ["choose-track"], [], []);
        await StepAsync("PUT", "/deviations/1/track", new { forum = "chefforum", track = "back-to-plan", meeting = (string?)null });
        await StepAsync("POST", "/deviations/1/remedies", new { forum = "chefforum", what = "Vikar", who = "aalborg", due = "2023-09-15" });
        await AllDo(["complete-remedy"], [], [], []);

        await StepAsync("POST", "/deviations/1/escalations", new { from = "chefforum", to = "direktoerforum", question = "Må der bruges flere midler?", recommendation = "Ja", decisionBy = "2023-10-02" });
        (await TasksOf(_director)).ShouldBe(["decide-escalation"]);
        await StepAsync("PUT", "/escalations/1/decision", new { forum = "direktoerforum", answer = "direction", decision = "Hold kursen", how = "written-procedure" });
        (await TasksOf(_director)).ShouldBe([]);
        (await TasksOf(_chair)).ShouldBe(["note-answer"]);
        await StepAsync("PUT", "/escalations/1/answer-noted", new { forum = "chefforum" });
        (await TasksOf(_chair)).ShouldBe([]);
    }

    [Fact]
    public async Task The_due_day_itself_is_not_late_and_the_day_after_is()
    {
        await Midt.StartedAsync(_host);
        async Task<JsonElement> Only() => (await _owner.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/tasks")).Json.GetProperty("tasks").EnumerateArray().ShouldHaveSingleItem();

        _host.Clock.Now = new(2023, 8, 18, 20, 0, 0, TimeSpan.Zero);
        var due = (await Only()).GetProperty("due").GetString()!;
        _host.Clock.Now = new DateTimeOffset(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), new(20, 0), TimeSpan.Zero);
        (await Only()).GetProperty("late").GetBoolean().ShouldBeFalse();
        _host.Clock.Now = _host.Clock.Now.AddDays(1);
        var late = await Only();
        late.GetProperty("late").GetBoolean().ShouldBeTrue();
        late.GetProperty("due").GetString().ShouldBe(due);
        late.GetProperty("text").GetString().ShouldBe("Giv status på indsats 10");
    }

    [Fact]
    public async Task The_page_says_what_to_do_in_words_with_one_button_each()
    {
        await Midt.StartedAsync(_host);
        _host.Clock.Now = new(2023, 8, 16, 8, 0, 0, TimeSpan.Zero);

        var page = await _owner.OpenAsync("/opgaver");

        page.Text.ShouldContain("Du har 1 opgave.");
        page.Text.ShouldContain("Giv status på indsats 10");
        page.Html.ShouldContain("href=\"/indsatser/10/status\"");
    }

    [Fact]
    public async Task Nothing_to_do_is_an_answer_too_with_the_next_round()
    {
        var page = await _director.OpenAsync("/opgaver");

        page.Text.ShouldContain("Du skal ikke gøre noget nu.");
        page.Text.ShouldContain("statusrunde");
    }

    [Fact]
    public async Task Nobody_hears_of_another_owners_initiative()
    {
        await Midt.StartedAsync(_host);
        using var another = await Visitor.SignInAsync(_host, "person-9", organisation: "aalborg");
        _host.Clock.Now = new(2023, 8, 16, 8, 0, 0, TimeSpan.Zero);

        (await TasksOf(another)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_organisation_took_on_is_asked_of_those_who_speak_for_it_where_it_was_agreed()
    {
        _etag = await Midt.StartedAsync(_host);
        using var member = await Visitor.SignInAsync(_host, "member", [new("chefforum", ForumRole.Member)], "auh");
        using var above = await Visitor.SignInAsync(_host, "above", [new("direktoerforum", ForumRole.Chair)], "auh");
        using var elsewhere = await Visitor.SignInAsync(_host, "elsewhere", [new("chefforum", ForumRole.Member)], "jammerbugt");
        _host.Clock.Now = new(2023, 8, 16, 8, 0, 0, TimeSpan.Zero);
        await StepAsync("POST", "/statuses", Midt.Status("yellow"));
        await StepAsync("PUT", "/deviations/1/track", new { forum = "chefforum", track = "back-to-plan" });

        await StepAsync("POST", "/deviations/1/remedies", new { forum = "chefforum", what = "Udlån af en koordinator", who = "auh", due = "2023-09-15" });

        (await TasksOf(member)).ShouldBe(["complete-remedy"]);
        (await TasksOf(above)).ShouldBeEmpty();
        (await TasksOf(elsewhere)).ShouldBeEmpty();
        (await TasksOf(_owner)).ShouldBeEmpty();
    }
}
