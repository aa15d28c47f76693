using System.Text;

namespace Initiatives.Api.Tests.Features;

/// <summary>Bad input is answered clearly, names the place, and writes nothing. Long because it is the one list of what is tried.</summary>
public sealed class BadInputTests(BadInputTests.Started started) : IClassFixture<BadInputTests.Started>
{
    /// <summary>Initiative 10 is started, 11 is ordered and no more.</summary>
    public sealed class Started : IAsyncLifetime
    {
        internal ApiHost Host { get; private set; } = null!;

        internal string ETag { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Host = await Midt.StartAsync();
            (await Midt.OrderAsync(Host, 11)).Status.ShouldBe(201);
            ETag = await Midt.StartedAsync(Host);
            Host.Clock.Now = new(2023, 8, 18, 8, 0, 0, TimeSpan.Zero);
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    private const string Statuses = $"{Midt.Initiatives}/10/statuses";

    private ApiHost Host => started.Host;

    [Fact]
    public async Task An_unknown_light_is_answered_with_the_lights_there_are()
    {
        var answer = await RefusedAsync(400, "value-not-allowed", Status(s => s["light"] = "blue"));
        answer.Paths.ShouldBe(["$.light"]);
        answer.Text.ShouldContain("green, yellow, red");
    }

    [Theory]
    [InlineData("zero")]
    [InlineData("half")]
    [InlineData("bytes")]
    public async Task What_is_no_text_is_refused_and_nothing_of_it_is_stored(string kind)
    {
        var sent = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Status(s => s["progress"] = "MARK"), System.Text.Json.JsonSerializerOptions.Web);
        byte[] wrong = kind switch { "zero" => [.. @"a\u0000b"u8], "half" => [.. @"a\ud83db"u8], _ => [(byte)'a', 0xFF, 0xC0, 0xAF] };
        var at = sent.AsSpan().IndexOf("MARK"u8);
        var before = await Host.CountEventsAsync();

        using var request = ApiHost.Request("POST", Statuses, [.. sent[..at], .. wrong, .. sent[(at + 4)..]], started.ETag);
        using var response = await Host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(400, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        (await Host.CountEventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_number_for_a_light_is_not_a_light() => (await RefusedAsync(400, "value-not-allowed", Status(s => s["light"] = 2))).Paths.ShouldBe(["$.light"]);

    [Fact]
    public async Task An_unknown_field_is_answered_with_the_fields_there_are()
    {
        var answer = await RefusedAsync(400, "field-unknown", Status(s => s["colour"] = "red"));
        answer.Paths.ShouldBe(["$.colour"]);
        answer.Text.ShouldContain("patientInvolvement");
    }

    [Fact]
    public async Task An_unknown_field_deep_in_the_body_is_named_by_its_path() =>
        (await RefusedAsync(400, "field-unknown", Status(s => s["dimensions"] = new { time = "green", economy = "green", resources = "green", deliverable = "green", mood = "green" })))
            .Paths.ShouldBe(["$.dimensions.mood"]);

    [Fact]
    public async Task Every_missing_field_is_named()
    {
        var answer = await RefusedAsync(400, "field-missing", new { progress = "..." });
        answer.Paths.ShouldBe(["$.light", "$.dimensions"]);
    }

    [Fact]
    public async Task A_field_said_twice_is_refused() =>
        (await RefusedAsync(400, "field-repeated", """{"light":"green","light":"red"}""")).Paths.ShouldBe(["$.light"]);

    [Fact]
    public async Task A_value_of_the_wrong_type_is_told_which_type_is_wanted()
    {
        var answer = await RefusedAsync(400, "value-not-allowed", Status(s => s["forecast"] = new { end = "30. oktober" }));
        answer.Paths.ShouldBe(["$.forecast.end"]);
        answer.Json.GetProperty("detail").GetString().ShouldBe("Værdien i $.forecast.end skal være en dato som 2023-08-30.");
    }

    [Theory]
    [InlineData("""{"light":""")]
    [InlineData("""{"light":"green",}""")]
    [InlineData("light: green")]
    [InlineData("")]
    [InlineData("null")]
    public async Task Broken_JSON_is_refused(string body) => await RefusedAsync(400, "json-broken", body);

    [Fact]
    public async Task JSON_deeper_than_any_body_is_refused() =>
        await RefusedAsync(400, null, $$"""{"dimensions":{{new string('[', 5000)}}{{new string(']', 5000)}}}""");

    [Fact]
    public async Task Invalid_UTF8_is_refused()
    {
        var body = Encoding.UTF8.GetBytes("""{"light":"green","progress":"x"}""");
        body[Array.IndexOf(body, (byte)'x')] = 0xFF;
        var (before, answer) = (await Host.CountEventsAsync(), await Host.SendAsync(ApiHost.Request("POST", Statuses, body, started.ETag)));
        answer.Status.ShouldBe(400, answer.Text);
        answer.Code.ShouldBe("value-not-allowed");
        (await Host.CountEventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_red_without_the_decision_wanted_is_refused()
    {
        var status = Midt.Status("red");
        status["deviation"] = new { cause = "Én stilling er ubesat", consequence = "Opstarten forsinkes", options = "Vikar", remedy = "Vikar" };
        var answer = await RefusedAsync(409, "red-needs-decision", status);
        answer.Paths.ShouldContain("$.deviation.decisionWanted");
    }

    [Fact]
    public async Task A_status_on_an_initiative_not_started_is_refused() =>
        await RefusedAsync(409, "initiative-not-started", Midt.Status(), $"{Midt.Initiatives}/11/statuses", "\"1\"");

    [Fact]
    public async Task A_CPR_number_in_a_text_is_refused()
    {
        var answer = await RefusedAsync(409, "cpr-in-text", Status(s => s["progress"] = "Borger 010190-1234 er med"));
        answer.Paths.ShouldBe(["$.progress"]);
        answer.Text.ShouldNotContain("010190");
    }

    [Fact]
    public async Task An_end_before_its_start_is_refused() =>
        (await RefusedAsync(409, "end-before-start", Midt.Terms(end: "2023-04-01", reason: "Ny plan"), $"{Midt.Initiatives}/10/confirmations/2", method: "PUT")).Paths.ShouldBe(["$.end"]);

    [Fact]
    public async Task Negative_money_is_refused() =>
        (await RefusedAsync(409, "money-negative", Midt.Terms(amount: -1, reason: "Ny plan"), $"{Midt.Initiatives}/10/confirmations/2", method: "PUT")).Paths.ShouldBe(["$.frame.amount"]);

    [Fact]
    public async Task A_body_of_300_kB_is_too_large()
    {
        var answer = await RefusedAsync(413, "body-too-large", Status(s => s["progress"] = new string('x', 300_000)));
        answer.Text.ShouldContain("256 kB");
    }

    [Fact]
    public async Task A_body_of_300_kB_is_too_large_also_under_a_key() =>
        await RefusedAsync(413, "body-too-large", Status(s => s["progress"] = new string('x', 300_000)), key: "large");

    [Fact]
    public async Task A_text_too_long_to_be_read_is_refused() =>
        (await RefusedAsync(409, "text-too-long", Status(s => s["progress"] = new string('x', 20_000)))).Paths.ShouldBe(["$.progress"]);

    [Fact]
    public async Task A_plan_has_no_two_initiatives_of_one_number()
    {
        (await Midt.OrderAsync(Host, 7)).Status.ShouldBe(201);
        var other = new { forum = "politisk-niveau", number = 7, title = "En anden indsats", focusArea = "mental", order = "Noget andet" };
        await RefusedAsync(409, "initiative-number-taken", other, Midt.Initiatives, ifMatch: null);
    }

    [Fact]
    public async Task An_approval_out_of_the_chains_order_is_refused()
    {
        var submitted = await SubmittedAsync(12);
        var answer = await RefusedAsync(409, "approval-out-of-order", new { outcome = "approved", how = "written-procedure" }, $"{Midt.Initiatives}/12/confirmations/1/approvals/direktoerforum", submitted, "PUT");
        answer.Text.ShouldContain("Chefforum");
    }

    [Fact]
    public async Task A_forum_the_cluster_has_not_is_not_found()
    {
        var submitted = await SubmittedAsync(13);
        await RefusedAsync(404, "forum-unknown", new { outcome = "approved", how = "written-procedure" }, $"{Midt.Initiatives}/13/confirmations/1/approvals/borgerforum", submitted, "PUT");
    }

    [Fact]
    public async Task An_outcome_without_what_it_says_it_has_is_refused()
    {
        var answer = await RefusedAsync(400, "reservations-missing", new { outcome = "approved-with-reservations", how = "written-procedure" }, $"{Midt.Initiatives}/10/confirmations/1/approvals/chefforum", method: "PUT");
        answer.Paths.ShouldBe(["$.reservations"]);
    }

    [Fact]
    public async Task A_change_without_If_Match_is_not_taken() => await RefusedAsync(428, "if-match-missing", Midt.Status(), ifMatch: null);

    [Fact]
    public async Task An_old_If_Match_is_stale() => (await RefusedAsync(412, "stale", Midt.Status(), ifMatch: "\"1\"")).ETag.ShouldBe(started.ETag);

    [Fact]
    public async Task An_If_Match_that_is_no_tag_of_ours_is_refused() => await RefusedAsync(400, "if-match-malformed", Midt.Status(), ifMatch: "\"abc\"");

    [Fact]
    public async Task A_deviation_that_is_not_there_is_not_found() =>
        await RefusedAsync(404, "deviation-unknown", new { forum = "chefforum", track = "back-to-plan" }, $"{Midt.Initiatives}/10/deviations/4/track", method: "PUT");

    [Fact]
    public async Task An_initiative_that_is_not_there_is_not_found() => await RefusedAsync(404, "initiative-unknown", Midt.Status(), $"{Midt.Initiatives}/99/statuses");

    [Fact]
    public async Task A_cluster_that_is_not_there_is_not_found() => await RefusedAsync(404, "cluster-unknown", Midt.Status(), "/api/v1/clusters/atlantis/initiatives/10/statuses");

    [Fact]
    public async Task An_address_that_is_not_there_is_not_found() => await RefusedAsync(404, "route-unknown", Midt.Status(), $"{Midt.Initiatives}/10/colours");

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_refused() => await RefusedAsync(405, "method-wrong", Midt.Status(), Statuses, method: "DELETE");

    [Fact]
    public async Task A_body_that_is_not_JSON_is_refused()
    {
        var request = ApiHost.Request("POST", Statuses, "light=green"u8.ToArray(), started.ETag);
        request.Content!.Headers.ContentType = new("application/x-www-form-urlencoded");
        var answer = await Host.SendAsync(request);
        (answer.Status, answer.Code).ShouldBe((415, "json-expected"));
    }

    [Theory]
    [InlineData("asOf=igår", "as-of-malformed")]
    [InlineData("asOf=2023-08-30T12:00:00", "as-of-malformed")]
    [InlineData("asOf=0000-01-01", "as-of-malformed")]
    [InlineData("asOf=9999-12-31", "as-of-ahead")]
    [InlineData("limit=0", "limit-malformed")]
    [InlineData("limit=100000", "limit-malformed")]
    [InlineData("cursor=;DROP", "cursor-malformed")]
    public async Task A_question_that_cannot_be_meant_is_refused(string query, string code)
    {
        var answer = await Host.SendAsync("GET", $"{Statuses}?{query}");
        (answer.Status, answer.Code).ShouldBe((400, code), answer.Text);
    }

    [Fact]
    public async Task Refusals_are_told_in_English_to_who_asks_for_it()
    {
        var answer = await Host.SendAsync("POST", Statuses, Status(s => s["light"] = "blue"), started.ETag, language: "en-GB,da;q=0.5");
        answer.Json.GetProperty("title").GetString().ShouldBe("The request cannot be understood");
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Json.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Nobody_comes_in_without_the_token()
    {
        using var stranger = Host.NewClient(token: null);
        var missing = await stranger.GetAsync(Statuses, TestContext.Current.CancellationToken);
        ((int)missing.StatusCode, missing.Headers.WwwAuthenticate.ToString()).ShouldBe((401, "Bearer"));
        using var guesser = Host.NewClient(new string('0', 32));
        (await (await guesser.GetAsync(Statuses, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("token-wrong");
    }

    private static Dictionary<string, object?> Status(Action<Dictionary<string, object?>> change)
    {
        var status = Midt.Status();
        change(status);
        return status;
    }

    private async Task<string> SubmittedAsync(int number)
    {
        var ordered = await Midt.OrderAsync(Host, number);
        var owned = await Host.SendAsync("PUT", $"{Midt.Initiatives}/{number}/ownership", new { organisation = "aalborg" }, ordered.ETag);
        return (await Host.SendAsync("PUT", $"{Midt.Initiatives}/{number}/confirmations/1", Midt.Terms(), owned.ETag)).ETag;
    }

    /// <summary>Sends it, and holds that it was answered so and that nothing was written.</summary>
    private async Task<Answer> RefusedAsync(int status, string? code, object body, string path = Statuses, string? ifMatch = "current", string method = "POST", string? key = null)
    {
        var before = await Host.CountEventsAsync();
        var answer = await Host.SendAsync(method, path, body, ifMatch == "current" ? started.ETag : ifMatch, key);
        answer.Status.ShouldBe(status, answer.Text);
        if (code is not null) answer.Code.ShouldBe(code);
        (await Host.CountEventsAsync()).ShouldBe(before);
        return answer;
    }
}
