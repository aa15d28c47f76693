using System.Net;
using Initiatives.Api.Tests.Features;
using Initiatives.Support;
using Npgsql;

namespace Initiatives.Api.Tests.Operations;

/// <summary>The two-node set-up of deploy/README.md as processes: both start on an empty database at the same moment.</summary>
public sealed class TwoNodesTests(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_serve_one_migrates_and_when_one_is_killed_the_other_goes_on()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseTemplate.Empty);
        var settings = new Dictionary<string, string>
        {
            ["INITIATIVES_POSTGRES"] = database.ConnectionString,
            ["INITIATIVES_OPERATOR_TOKEN"] = ApiHost.Token,
            ["Logging__LogLevel__Initiatives"] = "Warning",
        };
        var nodes = await Task.WhenAll(ServiceProcess.ServeAsync(settings), ServiceProcess.ServeAsync(settings));
        await using var first = nodes[0];
        await using var second = nodes[1];
        foreach (var node in nodes)
        {
            Writers.SignIn(node.Http);
            (await node.Http.GetStringAsync("/health/ready", Cancellation)).ShouldBe("Healthy");
        }
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var command = source.CreateCommand("SELECT count(*) = count(DISTINCT name) AND count(*) > 10 FROM schema_migrations"))
            (await command.ExecuteScalarAsync(Cancellation)).ShouldBe(true);

        // What one is told, the other shows.
        await Writers.PrepareAsync(first.Http);
        (await second.Http.GetAsync("/api/v1/clusters/nordjylland-midt/initiatives/10", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using var writers = new Writers(first.Http, 4);
        await using var others = new Writers(second.Http, 4, from: 50);
        await Eventually.HoldsAsync(() => Task.FromResult(writers.Count >= 20 && others.Count >= 20), TimeSpan.FromMinutes(1));
        await first.KillAsync();
        var atDeath = writers.Count;
        // As a proxy would have it.
        writers.TurnTo(second.Http);
        await Eventually.HoldsAsync(() => Task.FromResult(writers.Count >= atDeath + 20), TimeSpan.FromMinutes(1));
        await Task.WhenAll(writers.StopAsync(), others.StopAsync());
        output.WriteLine($"{writers.Count + others.Count} posts, {writers.SentAgain} sent again.");
        (await Ledger.ReadAsync(database.ConnectionString)).ShouldHoldOnce([.. writers.Acknowledged, .. others.Acknowledged]);
        await Ledger.VerifyAsync(settings);
    }
}
