using System.Globalization;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Initiatives.Support;
using Npgsql;

namespace Initiatives.Api.Tests.Jobs;

/// <summary>Two service processes on one database, one of them killed -9 at the worst moments.</summary>
public sealed class TwoNodesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_killed_while_it_compiles_leaves_exactly_one_edition()
    {
        // The processes run on the machine's clock, so the meetings are set from it: so near that their packs are due at once.
        await using var host = await ApiHost.StartAsync(TimeProvider.System.GetUtcNow());
        await Midt.SetUpAsync(host, Midt.Cluster, "Sundhedsklynge Midt");
        var nodes = new Dictionary<string, ServiceProcess>(StringComparer.Ordinal);
        try
        {
            await StartNodeAsync(host, nodes);
            await StartNodeAsync(host, nodes);
            for (var round = 0; round < 4; round++)
            {
                // In turn: in the middle of the transaction that writes the edition, and right after it, while it is printed.
                await KillWhileCompilingAsync(host, nodes, On(round + 2), holdBack: round % 2 == 0);
                await StartNodeAsync(host, nodes);
            }
        }
        finally
        {
            foreach (var node in nodes.Values)
                await node.DisposeAsync();
        }
    }

    private static async Task KillWhileCompilingAsync(ApiHost host, Dictionary<string, ServiceProcess> nodes, DateOnly on, bool holdBack)
    {
        var meeting = $"direktoerforum-{on.ToString("O", CultureInfo.InvariantCulture)}";
        await using var blocking = new NpgsqlConnection(host.ConnectionString);
        await blocking.OpenAsync(Cancellation);
        await using var hold = await blocking.BeginTransactionAsync(Cancellation);
        if (holdBack)
        {
            await using var stop = new NpgsqlCommand("LOCK TABLE editions IN SHARE MODE", blocking, hold);
            await stop.ExecuteNonQueryAsync(Cancellation);
        }

        await Midt.SendAsync(host, Midt.Cluster, new CalendarWish(new ScheduleMeeting("direktoerforum", on)));
        var compiling = "";
        await Eventually.HoldsAsync(async () => (compiling = await CompilingAsync(host, meeting)) is { Length: > 0 } && (!holdBack || await IsWaitingAsync(host)));
        if (!holdBack)
            await Eventually.HoldsAsync(async () => await EditionsAsync(host, meeting) == 1);
        await nodes[compiling].KillAsync();
        await nodes[compiling].DisposeAsync();
        nodes.Remove(compiling);
        await hold.RollbackAsync(Cancellation);

        await Eventually.HoldsAsync(async () => await EditionsAsync(host, meeting) == 1 && await IsFinishedAsync(host, meeting), TimeSpan.FromMinutes(1));
        (await host.ScalarAsync($"SELECT count(*) FROM mt_events WHERE type = 'edition_issued' AND data ->> 'Occasion' = '{meeting}'")).ShouldBe(1L);
    }

    private static async Task StartNodeAsync(ApiHost host, Dictionary<string, ServiceProcess> nodes)
    {
        var node = await ServiceProcess.ServeAsync(new Dictionary<string, string>
        {
            ["INITIATIVES_POSTGRES"] = host.ConnectionString,
            ["INITIATIVES_OPERATOR_TOKEN"] = ApiHost.Token,
            ["Jobs__Look"] = "00:00:01",
            ["Jobs__Heartbeat"] = "00:00:01",
        });
        // The first name among the schedulers that is neither the other node's nor a dead one's.
        var names = string.Join("', '", nodes.Keys);
        object? name = null;
        await Eventually.HoldsAsync(async () => (name = await host.ScalarAsync(
            $"SELECT instance_name FROM jobs.scheduler_state WHERE instance_name NOT IN ('{names}') ORDER BY last_checkin_time DESC LIMIT 1")) is not null);
        nodes.Add((string)name!, node);
    }

    private static async Task<string> CompilingAsync(ApiHost host, string meeting) => (string?)await host.ScalarAsync(
        $"SELECT instance_name FROM jobs.fired_triggers WHERE state = 'EXECUTING' AND trigger_name = 'direktoeroverblik {meeting}'") ?? "";

    private static async Task<bool> IsWaitingAsync(ApiHost host) =>
        (bool)(await host.ScalarAsync("SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'editions'::regclass AND NOT granted)"))!;

    private static async Task<long> EditionsAsync(ApiHost host, string meeting) =>
        (long)(await host.ScalarAsync($"SELECT count(*) FROM editions WHERE occasion = '{meeting}'"))!;

    /// <summary>Nothing of the meeting runs or waits to run, also not what the survivor took over.</summary>
    private static async Task<bool> IsFinishedAsync(ApiHost host, string meeting) => (bool)(await host.ScalarAsync($"""
        SELECT NOT EXISTS (SELECT FROM jobs.fired_triggers WHERE job_name = 'compile-pack')
           AND NOT EXISTS (SELECT FROM jobs.triggers WHERE job_name = 'compile-pack' AND (trigger_name LIKE '%{meeting}' OR trigger_group LIKE 'RECOVER%'))
        """))!;

    private static DateOnly On(int daysFromNow) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(daysFromNow);
}
