using System.Diagnostics;
using System.Net;
using Initiatives.Api.Platform.Postgres;
using Initiatives.Api.Tests.Features;
using Initiatives.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Initiatives.Api.Tests.Operations;

/// <summary>deploy/backup and deploy/restore as an operator runs them, while people post; the restored record is verified by restore itself.</summary>
public sealed class BackupTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryDirectory _installation = new();
    private readonly TemporaryDirectory _backups = new();
    private readonly TemporaryDirectory _elsewhere = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string, string) Data => ("INITIATIVES_DATA", _installation.Path);

    private Dictionary<string, string> Settings => new()
    {
        ["INITIATIVES_DATA"] = _installation.Path,
        ["INITIATIVES_OPERATOR_TOKEN"] = ApiHost.Token,
        ["Jobs__Run"] = "false",
        ["Logging__LogLevel__Initiatives"] = "Warning",
    };

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var directory in new[] { _installation, _backups, _elsewhere }) directory.Dispose();
    }

    [Fact]
    public async Task A_dump_taken_under_load_serves_on_another_server_under_logins_that_own_nothing_they_need_not()
    {
        ICollection<string> before, all;
        string dump;
        await using (var node = await StartAsync())
        await using (var writers = new Writers(node.Http, 8))
        {
            await Eventually.HoldsAsync(() => Task.FromResult(writers.Count >= 50), TimeSpan.FromMinutes(1));
            before = [.. writers.Acknowledged];
            var watch = Stopwatch.StartNew();
            dump = await Checkout.RunAsync(Checkout.Deploy("backup"), ["dump", _backups.Path], Data);
            output.WriteLine($"Dump: {new FileInfo(dump).Length / 1024} kB in {watch.Elapsed.TotalSeconds:0.0} s, {before.Count} posts before it, {writers.Count - before.Count} during it.");
            await writers.StopAsync();
            all = writers.Acknowledged;
        }

        await using var server = await EmbeddedPostgres.StartAsync(new() { Directory = _elsewhere.Path, Durable = false, Database = "postgres" }, NullLogger.Instance, Cancellation);
        (string, string) at = ("PGHOST", SocketDirectory.For(_elsewhere.Path)), superuser = ("PGUSER", "postgres"), owner = ("PGUSER", "initiatives_owner");
        for (var time = 0; time < 2; time++)
            await Checkout.RunAsync("psql", ["--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--file", Checkout.Deploy("roles.sql"), "postgres"], at, superuser, ("INITIATIVES_SERVICE_PASSWORD", "it's a \"secret\""));
        await Checkout.RunAsync(Checkout.Deploy("restore"), ["dump", dump], at, owner, Checkout.Program);

        var restored = await Ledger.ReadAsync(As(server, "postgres"));
        before.Except(restored.Keys).ShouldBeEmpty("acknowledged before the dump, and not in it");
        restored.ShouldHoldOnce([.. restored.Keys.Intersect(all)]);

        // It lives on there, under the login of the service, and is backed up under that of the backup.
        var settings = new Dictionary<string, string>(Settings) { ["INITIATIVES_POSTGRES"] = As(server, "initiatives_service"), ["Jobs__Run"] = "true" };
        await using (var node = await StartAsync(settings, prepare: false))
        await using (var writers = new Writers(node.Http, 2))
        {
            (await node.Http.GetAsync("/", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
            // They begin with the old writers' keys, which came along with the dump: those posts are not made again.
            await Eventually.HoldsAsync(() => Task.FromResult(writers.Acknowledged.Except(restored.Keys).Count() >= 20), TimeSpan.FromMinutes(1));
            await writers.StopAsync();
            (await Ledger.ReadAsync(As(server, "postgres"))).ShouldHoldOnce([.. restored.Keys.Union(writers.Acknowledged)]);
        }
        (await RefusedAsync(As(server, "initiatives_service"), "UPDATE mt_events SET data = data")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await RefusedAsync(As(server, "initiatives_service"), "CREATE TABLE mine (n int)")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await RefusedAsync(As(server, "initiatives_backup"), "DELETE FROM mt_events")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        await Checkout.RunAsync(Checkout.Deploy("backup"), ["dump", _backups.Path, "--keep", "0"], at, ("PGUSER", "initiatives_backup"));

        // Nothing is ever written over.
        using var again = Checkout.Start(Checkout.Deploy("restore"), ["dump", dump], at, owner, Checkout.Program);
        (await again.StandardError.ReadToEndAsync(Cancellation)).ShouldContain("has tables in it");
        await again.WaitForExitAsync(Cancellation);
        again.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_base_backup_taken_under_load_and_the_log_copied_since_bring_back_everything_acknowledged()
    {
        var copied = Path.Combine(_backups.Path, "wal");
        string copy;
        ICollection<string> all;
        // The demo's record is in the dump of the other test.
        await using (var node = await StartAsync(new(Settings) { ["INITIATIVES_DEMO"] = "off" }))
        {
            using var copying = Checkout.Start(Checkout.Deploy("backup"), ["wal", copied], Data);
            try
            {
                (await copying.StandardOutput.ReadLineAsync(Cancellation)).ShouldBe(copied);
                await using var writers = new Writers(node.Http, 8);
                await Eventually.HoldsAsync(() => Task.FromResult(writers.Count >= 30), TimeSpan.FromMinutes(1));
                var watch = Stopwatch.StartNew();
                copy = await Checkout.RunAsync(Checkout.Deploy("backup"), ["base", _backups.Path], Data);
                var after = writers.Count;
                output.WriteLine($"Base backup: {watch.Elapsed.TotalSeconds:0.0} s with {after} posts when it was done.");
                await Eventually.HoldsAsync(() => Task.FromResult(writers.Count >= after + 50), TimeSpan.FromMinutes(1));
                await writers.StopAsync();
                all = writers.Acknowledged;
                await CopiedAsync();
                // The machine is lost.
                await node.KillAsync();
            }
            finally
            {
                copying.Kill();
                await copying.WaitForExitAsync(Cancellation);
            }
        }

        var data = Directory.CreateDirectory(Path.Combine(_elsewhere.Path, "data")).FullName;
        var restoring = Stopwatch.StartNew();
        await Checkout.RunAsync(Checkout.Deploy("restore"), ["base", copy, data, "--wal", copied], Checkout.Program);
        output.WriteLine($"Restored and verified in {restoring.Elapsed.TotalSeconds:0.0} s, {all.Count} posts.");
        await using var server = await EmbeddedPostgres.StartAsync(new() { Directory = data, Durable = false }, NullLogger.Instance, Cancellation);
        (await Ledger.ReadAsync(server.ConnectionString)).ShouldHoldOnce(all);
    }

    private static string As(EmbeddedPostgres server, string login) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = login, Database = "initiatives" }.ConnectionString;

    private static async Task<string> RefusedAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation))).SqlState;
    }

    /// <summary>The copier has everything that is written now.</summary>
    private async Task CopiedAsync()
    {
        var way = new NpgsqlConnectionStringBuilder { Host = SocketDirectory.For(_installation.Path), Username = EmbeddedPostgres.Superuser, Database = "initiatives" };
        await using var source = NpgsqlDataSource.Create(way.ConnectionString);
        await using var end = source.CreateCommand("SELECT pg_current_wal_flush_lsn()::text");
        var written = (string)(await end.ExecuteScalarAsync(Cancellation))!;
        await Eventually.HoldsAsync(async () =>
        {
            await using var look = source.CreateCommand($"SELECT count(*) FROM pg_stat_replication WHERE flush_lsn >= '{written}'");
            return (long)(await look.ExecuteScalarAsync(Cancellation))! == 1;
        });
    }

    private async Task<ServiceProcess> StartAsync(Dictionary<string, string>? settings = null, bool prepare = true)
    {
        var node = await ServiceProcess.ServeAsync(settings ?? Settings);
        Writers.SignIn(node.Http);
        if (prepare) await Writers.PrepareAsync(node.Http);
        return node;
    }
}
