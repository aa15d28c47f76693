namespace Initiatives.Api.Tests.Features;

/// <summary>One initiative through the API, as the minutes of Sundhedsklynge Midt tell such a life.</summary>
public sealed class InitiativeLifeTests
{
    [Fact]
    public async Task An_order_gives_the_initiative_its_address_and_its_number_in_the_plan()
    {
        await using var host = await Midt.StartAsync();
        var ordered = await Midt.OrderAsync(host, 10);
        ordered.Status.ShouldBe(201, ordered.Text);
        ordered.ETag.ShouldBe("\"1\"");
        var read = await host.SendAsync("GET", ordered.Response.Headers.Location!.ToString());
        read.Status.ShouldBe(200, read.Text);
        read.Json.GetProperty("title").GetString().ShouldBe("Systematisk indsats for de 2 % mest komplekse borgere");
        read.Json.GetProperty("state").GetProperty("state").GetString().ShouldBe("not-started");
        (await host.ScalarAsync("SELECT data -> 'Initiatives' ->> 0 FROM stream_states WHERE stream_id = 'plan/handleplan-2023'")).ShouldBe("10");
    }

    [Fact]
    public async Task A_red_status_shows_on_the_board_at_once()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        host.Clock.Now = new(2023, 8, 18, 8, 0, 0, TimeSpan.Zero);
        var posted = await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("red"), etag);
        posted.Status.ShouldBe(201, posted.Text);
        posted.Json.GetProperty("facts").EnumerateArray().Select(f => f.GetProperty("type").GetString()).ShouldBe(["status_reported", "deviation_opened"]);

        var board = await host.SendAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/board");
        board.Status.ShouldBe(200, board.Text);
        var row = board.Json.GetProperty("rows")[0];
        row.GetProperty("now").GetProperty("state").GetString().ShouldBe("red");
        board.Json.GetProperty("counts").GetProperty("red").GetInt32().ShouldBe(1);
        row.GetProperty("openDeviations")[0].GetProperty("light").GetString().ShouldBe("red");
    }

    [Fact]
    public async Task A_merge_ends_the_one_and_is_known_to_the_other_or_neither()
    {
        await using var host = await Midt.StartAsync();
        var ordered = await Midt.OrderAsync(host, 2);
        var alone = await host.SendAsync("PUT", $"{Midt.Initiatives}/2/merger", new { forum = "politisk-niveau", into = 3, reason = "Samme målgruppe" }, ordered.ETag);
        (alone.Status, alone.Code).ShouldBe((404, "initiative-unknown"));
        await Midt.OrderAsync(host, 3);

        var merged = await host.SendAsync("PUT", $"{Midt.Initiatives}/2/merger", new { forum = "politisk-niveau", into = 3, reason = "Samme målgruppe" }, ordered.ETag);
        merged.Status.ShouldBe(200, merged.Text);
        merged.Json.GetProperty("facts").EnumerateArray().Select(f => f.GetProperty("type").GetString()).ShouldBe(["initiative_merged", "initiative_absorbed"]);
        (await host.SendAsync("GET", $"{Midt.Initiatives}/2")).Json.GetProperty("state").GetProperty("state").GetString().ShouldBe("withdrawn");
    }

    [Fact]
    public async Task A_split_orders_and_lists_what_it_lives_on_in()
    {
        await using var host = await Midt.StartAsync();
        var ordered = await Midt.OrderAsync(host, 2);
        var split = await host.SendAsync("PUT", $"{Midt.Initiatives}/2/split", new
        {
            forum = "politisk-niveau",
            reason = "Børn og voksne hver for sig",
            into = new[] { new { number = 16, title = "Børn", order = "Den del om børn" }, new { number = 17, title = "Voksne", order = "Den del om voksne" } },
        }, ordered.ETag);
        split.Status.ShouldBe(200, split.Text);
        var list = await host.SendAsync("GET", Midt.Initiatives);
        list.Json.GetProperty("initiatives").EnumerateArray().Select(i => i.GetProperty("number").GetInt32()).ShouldBe([2, 16, 17]);
        var part = await host.SendAsync("GET", $"{Midt.Initiatives}/16");
        part.Json.GetProperty("order").GetProperty("fact").GetProperty("carriesOn").GetProperty("numbers")[0].GetInt32().ShouldBe(2);
        (await host.ScalarAsync("SELECT data ->> 'Initiatives' FROM stream_states WHERE stream_id = 'plan/handleplan-2023'")).ShouldBe("[2,16,17]");
    }

    [Fact]
    public async Task A_correction_is_a_status_of_its_own_that_points_at_the_one_it_is_read_instead_of()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        var first = await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("red"), etag);
        var correction = await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses/1/corrections", Midt.Status("yellow"), first.ETag);
        correction.Status.ShouldBe(201, correction.Text);
        (await host.SendAsync("GET", $"{Midt.Initiatives}/10/statuses/1")).Json.GetProperty("correctedBy").GetInt32().ShouldBe(2);
        (await host.SendAsync("GET", $"{Midt.Initiatives}/10/statuses/2")).Json.GetProperty("corrects").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task An_interest_withdrawn_stands_in_the_history_alone()
    {
        await using var host = await Midt.StartAsync();
        var ordered = await Midt.OrderAsync(host, 2);
        var stated = await host.SendAsync("PUT", $"{Midt.Initiatives}/2/interests/auh", new { interest = "participation" }, ordered.ETag);
        (await host.SendAsync("GET", $"{Midt.Initiatives}/2")).Json.GetProperty("interests")[0].GetProperty("organisation").GetString().ShouldBe("auh");
        (await host.SendAsync("DELETE", $"{Midt.Initiatives}/2/interests/auh", ifMatch: stated.ETag)).Status.ShouldBe(200);
        (await host.SendAsync("GET", $"{Midt.Initiatives}/2")).Json.GetProperty("interests").GetArrayLength().ShouldBe(0);
        (await host.SendAsync("GET", $"{Midt.Initiatives}/2/events")).Json.GetProperty("events").GetArrayLength().ShouldBe(3);
    }
}
