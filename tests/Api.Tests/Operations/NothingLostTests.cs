using System.Diagnostics;
using Initiatives.Api.Platform.Postgres;
using Initiatives.Api.Tests.Features;
using Initiatives.Support;
using Npgsql;

namespace Initiatives.Api.Tests.Operations;

/// <summary>kill -9 under load, ten times each: what was acknowledged is there exactly once, and what was not is there at most once.</summary>
public sealed class NothingLostTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 10;
    private const int Kill = 9;

    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Settings => new()
    {
        ["INITIATIVES_DATA"] = directory.Path,
        ["INITIATIVES_DEMO"] = "off",
        ["INITIATIVES_OPERATOR_TOKEN"] = ApiHost.Token,
        // No pack is due; the scheduler's own faults have tests of their own.
        ["Jobs__Run"] = "false",
        // A line per post is another test's business.
        ["Logging__LogLevel__Initiatives"] = "Warning",
    };

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        directory.Dispose();
    }

    [Fact]
    public async Task Killing_the_service_and_with_it_its_database_ten_times_loses_and_doubles_nothing()
    {
        var random = Seeded();
        var watch = Stopwatch.StartNew();
        var node = await StartAsync();
        try
        {
            await Writers.PrepareAsync(node.Http);
            await using var writers = new Writers(node.Http, 32);
            for (var round = 0; round < Rounds; round++)
            {
                await LoadAsync(writers, random);
                await node.KillAsync();
                await node.DisposeAsync();
                node = await StartAsync();
                writers.TurnTo(node.Http);
            }
            await EndAsync(writers, node, watch);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Killing_PostgreSQL_ten_times_loses_and_doubles_nothing_and_readiness_tells_the_truth()
    {
        var random = Seeded();
        var watch = Stopwatch.StartNew();
        await using var node = await StartAsync();
        await Writers.PrepareAsync(node.Http);
        await using var writers = new Writers(node.Http, 32);
        await using var readiness = new Readiness(node.Http);
        var data = new DataDirectory(Path.Combine(directory.Path, "postgres"));
        for (var round = 0; round < Rounds; round++)
        {
            await LoadAsync(writers, random);
            // The postmaster first, so that it cannot begin to clean up after its children.
            var postmaster = PostmasterFile.Read(data.Path)!.Process;
            foreach (var process in data.Processes().OrderByDescending(process => process == postmaster)) PostgresAccount.Signal(process, Kill);
            var (killed, stillAway) = await AwayAsync();
            await Eventually.HoldsAsync(() => Task.FromResult(readiness.SaysReadyAfter(killed)));
            readiness.SaidReadyWithin(killed, stillAway).ShouldBe(0, "ready though there was no database");
        }
        output.WriteLine($"Readiness: {readiness.Asked} answers, {readiness.NotReady} of them 503.");
        readiness.NotReady.ShouldBeGreaterThan(0);
        await EndAsync(writers, node, watch);
    }

    private Random Seeded()
    {
        var seed = Environment.GetEnvironmentVariable("INITIATIVES_TEST_SEED") is { Length: > 0 } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"INITIATIVES_TEST_SEED={seed}");
        return new Random(seed);
    }

    private async Task<ServiceProcess> StartAsync()
    {
        var node = await ServiceProcess.ServeAsync(Settings);
        Writers.SignIn(node.Http);
        return node;
    }

    /// <summary>Some posts, and then a moment: in the middle of whatever is going on.</summary>
    private static async Task LoadAsync(Writers writers, Random random)
    {
        var enough = writers.Count + random.Next(20, 200);
        await Eventually.HoldsAsync(() => Task.FromResult(writers.Count >= enough), TimeSpan.FromMinutes(1));
        using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(random.Next(1, 60)));
        await moment.WaitForNextTickAsync(Cancellation);
    }

    /// <returns>When the server had certainly gone, and the last moment at which it certainly was still away.</returns>
    private async Task<(long Killed, long StillAway)> AwayAsync()
    {
        var way = new NpgsqlConnectionStringBuilder
        {
            Host = SocketDirectory.For(directory.Path), Username = EmbeddedPostgres.Superuser, Database = "postgres", Pooling = false, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
        };
        var killed = Stopwatch.GetTimestamp();
        var stillAway = killed;
        await Eventually.HoldsAsync(async () =>
        {
            var asked = Stopwatch.GetTimestamp();
            try
            {
                await using var connection = new NpgsqlConnection(way.ConnectionString);
                await connection.OpenAsync(Cancellation);
                return true;
            }
            catch (NpgsqlException)
            {
                stillAway = asked;
                return false;
            }
        });
        return (killed, stillAway);
    }

    private async Task EndAsync(Writers writers, ServiceProcess node, Stopwatch watch)
    {
        await writers.StopAsync();
        await writers.RepeatAsync(100);
        output.WriteLine($"{Rounds} rounds, {writers.Count} posts acknowledged, {writers.SentAgain} sent again, {watch.Elapsed.TotalSeconds:0} s.");
        var way = new NpgsqlConnectionStringBuilder { Host = SocketDirectory.For(directory.Path), Username = EmbeddedPostgres.Superuser, Database = "initiatives" };
        (await Ledger.ReadAsync(way.ConnectionString)).ShouldHoldOnce(writers.Acknowledged);
        (await node.Http.GetAsync("/health/ready", Cancellation)).IsSuccessStatusCode.ShouldBeTrue();
        await Ledger.VerifyAsync(Settings);
    }
}
