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
}
