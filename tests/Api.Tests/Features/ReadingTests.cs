namespace Initiatives.Api.Tests.Features;

/// <summary>Reads: of now and of any day before, and not sent again to who has them.</summary>
public sealed class ReadingTests
{
    private const string Board = $"/api/v1/clusters/{Midt.Cluster}/board";

    [Fact]
    public async Task Any_day_can_be_asked_for()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        host.Clock.Now = new(2023, 8, 18, 8, 0, 0, TimeSpan.Zero);
        await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("red"), etag);

        string State(Answer a) => a.Json.GetProperty("rows")[0].GetProperty("now").GetProperty("state").GetString()!;
        State(await host.SendAsync("GET", Board)).ShouldBe("red");
        State(await host.SendAsync("GET", $"{Board}?asOf=2023-08-18")).ShouldBe("red");
        State(await host.SendAsync("GET", $"{Board}?asOf=2023-08-18T07:59:59Z")).ShouldNotBe("red");
        State(await host.SendAsync("GET", $"{Board}?asOf=2023-04-01")).ShouldBe("awaiting-approval");
        State(await host.SendAsync("GET", $"{Board}?asOf=2023-03-13")).ShouldBe("awaiting-approval");
        (await host.SendAsync("GET", $"{Board}?asOf=2023-03-12")).Code.ShouldBe("cluster-unknown");

        var then = await host.SendAsync("GET", $"{Midt.Initiatives}/10?asOf=2023-04-20");
        then.Json.GetProperty("phase").GetString().ShouldBe("approved");
        then.Json.GetProperty("latestStatus").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await host.SendAsync("GET", $"{Midt.Initiatives}/10/statuses?asOf=2023-04-20")).Json.GetProperty("statuses").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("/board")]
    [InlineData("/initiatives")]
    [InlineData("/initiatives/10")]
    [InlineData("/initiatives/10/statuses")]
    [InlineData("/meetings")]
    [InlineData("/plans/handleplan-2023")]
    [InlineData("")]
    public async Task What_has_not_changed_is_not_sent_again(string path)
    {
        await using var host = await Midt.StartAsync();
        await Midt.StartedAsync(host);
        var first = await host.SendAsync("GET", $"/api/v1/clusters/{Midt.Cluster}{path}");
        first.Status.ShouldBe(200, first.Text);
        var request = ApiHost.Request("GET", $"/api/v1/clusters/{Midt.Cluster}{path}", null);
        request.Headers.TryAddWithoutValidation("If-None-Match", first.ETag);
        var again = await host.SendAsync(request);
        (again.Status, again.Text, again.ETag).ShouldBe((304, "", first.ETag));
    }

    [Fact]
    public async Task The_board_is_sent_again_when_a_day_has_passed_or_a_fact_has_come()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        var first = await host.SendAsync("GET", Board);
        host.Clock.Now += TimeSpan.FromDays(1);
        var next = await host.SendAsync("GET", Board);
        next.ETag.ShouldNotBe(first.ETag);
        await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status(), etag);
        (await host.SendAsync("GET", Board)).ETag.ShouldNotBe(next.ETag);
    }

    [Fact]
    public async Task The_tag_of_a_read_is_the_version_a_change_is_decided_on()
    {
        await using var host = await Midt.StartAsync();
        await Midt.StartedAsync(host);
        var read = await host.SendAsync("GET", $"{Midt.Initiatives}/10");
        (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status(), read.ETag)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_that_overlap_nowhere()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        for (var n = 1; n <= 5; n++)
        {
            var status = Midt.Status();
            status["progress"] = $"Status {n}";
            etag = (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", status, etag)).ETag;
        }

        var numbers = new List<int>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await host.SendAsync("GET", $"{Midt.Initiatives}/10/statuses?limit=2&cursor={cursor}");
            numbers.AddRange(page.Json.GetProperty("statuses").EnumerateArray().Select(s => s.GetProperty("number").GetInt32()));
            cursor = page.Json.GetProperty("next").GetString();
        }
        numbers.ShouldBe([5, 4, 3, 2, 1]);
        var all = await host.SendAsync("GET", $"{Midt.Initiatives}/10/events");
        all.Json.GetProperty("events")[0].GetProperty("type").GetString().ShouldBe("initiative_ordered");
        all.Json.GetProperty("events")[0].GetProperty("fact").GetProperty("number").GetInt32().ShouldBe(10);
    }

    [Fact]
    public async Task The_suggested_light_is_told_before_a_status_is_posted()
    {
        await using var host = await Midt.StartAsync();
        await Midt.StartedAsync(host);
        var before = await host.CountEventsAsync();
        var answer = await host.SendAsync("POST", $"{Midt.Initiatives}/10/suggested-light",
            new { dimensions = new { time = "green", economy = "green", resources = "green", deliverable = "green" }, forecast = new { end = "2024-02-29" } });
        answer.Json.GetProperty("light").GetString().ShouldBe("yellow", answer.Text);
        answer.Json.GetProperty("sentence").GetString()!.ShouldContain("2 mdr.");
        (await host.CountEventsAsync()).ShouldBe(before);
    }
}
