using Initiatives.Api.Features.Operations;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Features;

/// <summary>What a node has in memory is decided on only where the database says that it is still so.</summary>
public sealed class KnownStreamsTests
{
    private const string Ten = "WHERE stream_id = 'initiative/handleplan-2023/10'";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_node_wrote_is_what_is_decided_on()
    {
        await using var host = await Midt.StartAsync();
        var etag = await Midt.StartedAsync(host);
        await using var other = await host.StartAnotherAsync();

        etag = await PostedAsync(host, etag, "yellow");
        etag = await PostedAsync(other, etag, "green");
        etag = await PostedAsync(host, etag, "yellow");
        await PostedAsync(other, etag, "yellow");

        (await FlawsAsync(host)).ShouldBeEmpty();
        (await host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'status_reported'")).ShouldBe(4L);
    }

    [Fact]
    public async Task What_is_known_is_not_read_again_and_what_a_rebuild_has_put_in_place_is()
    {
        await using var host = await Midt.StartAsync();
        await Midt.OrderAsync(host, 11);
        const string ordered = "data = (SELECT data FROM stream_states WHERE stream_id = 'initiative/handleplan-2023/11')";
        var etag = await PostedAsync(host, await Midt.StartedAsync(host), "green");

        // Spoilt behind the service's back: it goes on from what it knows, and so mends the state.
        await host.ScalarAsync($"UPDATE stream_states SET {ordered} {Ten}");
        etag = await PostedAsync(host, etag, "green");
        (await FlawsAsync(host)).ShouldBeEmpty();

        // As an older program would have rebuilt it.
        await host.ScalarAsync($"UPDATE stream_states SET {ordered}, refolded = refolded + 1 {Ten}");
        (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status(), etag)).Code.ShouldBe("initiative-not-started");

        await host.Services.GetRequiredService<RebuildReadModels>().RunAsync(ReadModels.States, null, null, Cancellation);
        await PostedAsync(host, etag, "green");
        (await FlawsAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_of_the_board_that_was_rebuilt_is_what_the_next_status_is_added_to()
    {
        await using var host = await Midt.StartAsync();
        var etag = await PostedAsync(host, await Midt.StartedAsync(host), "yellow");
        await host.ScalarAsync("UPDATE initiative_cards SET data = replace(data::text, 'Systematisk', 'Systematixk')::json");
        await host.Services.GetRequiredService<RebuildReadModels>().RunAsync(ReadModels.Cards, null, null, Cancellation);
        (await host.ScalarAsync($"SELECT refolded FROM stream_states {Ten}")).ShouldBe(1);
        await PostedAsync(host, etag, "green");
        (await FlawsAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_in_the_plan_in_hand_is_another_initiative_once_another_plan_is_drawn_up()
    {
        await using var host = await Midt.StartAsync();
        var etag = await PostedAsync(host, await Midt.StartedAsync(host), "green");
        host.Clock.Now = host.Clock.Now.AddDays(1);
        await Midt.SendAsync(host, Midt.Cluster, new PlanWish("handleplan-2024", new DrawUpPlan("handleplan-2024", "Handleplan 2024", new(2023, 12, 1), new(2025, 12, 31), [new("oevrige", "Øvrige")]), Creates: true));
        (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status(), etag)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_rule_that_another_node_has_changed_is_the_one_that_is_decided_by()
    {
        await using var host = await Midt.StartAsync();
        var etag = await PostedAsync(host, await Midt.StartedAsync(host), "green");
        await using var other = await host.StartAnotherAsync();
        await Midt.SendAsync(other, Midt.Cluster, new ClusterWish(new SetTolerances(Tolerances.Default with { MonthsToYellow = 9, MonthsToRed = 12 })));

        var status = Midt.Status("green");
        status["forecast"] = new { end = "2024-03-31" };
        status["overrideReason"] = "Aftalt med alle parter.";
        (await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", status, etag)).Status.ShouldBe(201);

        // Suggested by the tolerances as they are, not as this node last knew them.
        (await host.ScalarAsync("SELECT data->>'Suggested' FROM mt_events WHERE type = 'status_reported' ORDER BY seq_id DESC LIMIT 1")).ShouldBe("Green");
        (await FlawsAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_known_is_written_in_one_transaction_and_what_is_not_known_is_loaded_first()
    {
        await using var host = await Midt.StartAsync();
        var etag = await PostedAsync(host, await Midt.StartedAsync(host), "green");
        var loading = host.Services.GetRequiredService<Loading>();
        InitiativeWish[] ten = [new("handleplan-2023", 10, new PauseInitiative("Afventer"))];

        loading.Known(new(Midt.Cluster, "", host.Clock.Now), ten).ShouldNotBeNull();
        loading.Known(new(Midt.Cluster, "", host.Clock.Now), [new InitiativeWish("handleplan-2023", 12, ten[0].Command)]).ShouldBeNull();
        loading.Known(new("another-cluster", "", host.Clock.Now), ten).ShouldBeNull();
        await PostedAsync(host, etag, "yellow");
        (await FlawsAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_was_answered_by_another_node_is_answered_the_same_by_a_node_that_knows_the_stream()
    {
        await using var host = await Midt.StartAsync();
        var etag = await PostedAsync(host, await Midt.StartedAsync(host), "green");
        await using var other = await host.StartAnotherAsync();

        var first = await other.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("yellow"), etag, key: "samme");
        var again = await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status("yellow"), etag, key: "samme");

        (again.Status, again.Text).ShouldBe((first.Status, first.Text));
        (await host.ScalarAsync("SELECT count(*) FROM mt_events WHERE type = 'status_reported'")).ShouldBe(2L);
    }

    private static async Task<string> PostedAsync(ApiHost host, string etag, string light)
    {
        var status = Midt.Status(light);
        // The same status again would be no fact.
        status["progress"] = $"Stand efter version {etag}";
        var answer = await host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", status, etag);
        answer.Status.ShouldBe(201, answer.Text);
        return answer.ETag;
    }

    private static async Task<List<Flaw>> FlawsAsync(ApiHost host) =>
        await host.Services.GetRequiredService<VerifyInstallation>().FindAsync(null, null, Cancellation).ToListAsync(Cancellation);
}
