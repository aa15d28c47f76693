namespace Initiatives.Api.Tests.Features;

/// <summary>Many at once: nothing lost, nothing doubled, and who decided on an old version is told.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Of_32_clients_on_one_initiative_nobody_overwrites_anybody()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        var answers = await Task.WhenAll(Enumerable.Range(1, 32).Select(n => PostAsync(host, etag, n)));

        answers.Count(a => a.Status == 201).ShouldBe(1);
        answers.Count(a => a is { Status: 412, Code: "stale" }).ShouldBe(31);
        (await host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'status_reported'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Of_32_clients_that_read_again_when_stale_each_gets_its_post_in_once()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        await Task.WhenAll(Enumerable.Range(1, 32).Select(async n =>
        {
            var mine = etag;
            while (await PostAsync(host, mine, n) is { } answer && answer.Status != 201)
            {
                answer.Status.ShouldBe(412, answer.Text);
                mine = answer.ETag;
            }
        }));

        (await host.ScalarAsync("SELECT count(DISTINCT data -> 'Content' ->> 'Progress') FROM mt_events WHERE type = 'status_reported'")).ShouldBe(32L);
        (await host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'status_reported'")).ShouldBe(32L);
        (await host.ScalarAsync("SELECT max(version) = count(*) FROM mt_events WHERE stream_id = 'initiative/handleplan-2023/10'")).ShouldBe(true);
        (await host.ScalarAsync("SELECT count(*) = 0 FROM initiative_cards c JOIN mt_streams s ON s.id = c.stream_id AND s.tenant_id = c.tenant_id WHERE s.version <> c.version")).ShouldBe(true);
    }

    [Fact]
    public async Task Orders_placed_at_once_are_all_listed_in_the_plan()
    {
        await using var host = await Midt.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(n => Midt.OrderAsync(host, n)));
        answers.ShouldAllBe(a => a.Status == 201);
        (await host.ScalarAsync("SELECT json_array_length(data -> 'Initiatives') FROM stream_states WHERE stream_id = 'plan/handleplan-2023'")).ShouldBe(5);
    }

    private static Task<Answer> PostAsync(ApiHost host, string etag, int n)
    {
        var status = Midt.Status();
        status["progress"] = $"Borger {n} er med";
        return host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", status, etag);
    }
}
