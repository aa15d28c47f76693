using Initiatives.Support;
using Npgsql;

namespace Initiatives.EventStore.Tests;

public sealed class MigratorTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _owner = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseTemplate.Empty);
        _owner = NpgsqlDataSource.Create(_database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Nodes_that_start_at_the_same_moment_migrate_once()
    {
        var scripts = MigrationScript.From();
        var ran = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new Migrator(_owner, scripts).MigrateAsync(Cancellation)));
        ran.Where(names => names.Count > 0).ShouldHaveSingleItem().Count.ShouldBe(scripts.Count);
    }

    [Fact]
    public async Task Every_script_may_run_twice_without_harm()
    {
        await new Migrator(_owner, MigrationScript.From()).MigrateAsync(Cancellation);
        await ExecuteAsync("TRUNCATE schema_migrations");
        (await new Migrator(_owner, MigrationScript.From()).MigrateAsync(Cancellation)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Scripts_of_several_assemblies_run_in_the_order_of_their_numbers()
    {
        var ran = await MigrateAsync(new("0101_c.sql", "INSERT INTO t VALUES (1)"), new("0002_b.sql", "CREATE TABLE t (n int)"), new("0001_a.sql", "SELECT 1"));
        ran.ShouldBe(["0001_a.sql", "0002_b.sql", "0101_c.sql"]);
        (await MigrateAsync(new("0101_c.sql", "INSERT INTO t VALUES (1)"), new("0003_late.sql", "SELECT 1"))).ShouldBe(["0003_late.sql"]);
    }

    [Fact]
    public async Task A_script_that_was_edited_after_it_ran_is_refused_by_name()
    {
        await MigrateAsync(new MigrationScript("0001_a.sql", "SELECT 1\n"));
        await MigrateAsync(new MigrationScript("0001_a.sql", "SELECT 1\r\n"));

        var refused = await Should.ThrowAsync<MigrationRefused>(() => MigrateAsync(new("0000_new.sql", "CREATE TABLE t (n int)"), new("0001_a.sql", "SELECT 2")));

        refused.Message.ShouldContain("0001_a.sql");
        refused.Message.ShouldContain("new file");
        (await MigrateAsync(new MigrationScript("0000_new.sql", "CREATE TABLE t (n int)"))).ShouldBe(["0000_new.sql"]);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_of_itself_and_names_itself()
    {
        var refused = await Should.ThrowAsync<MigrationRefused>(() => MigrateAsync(
            new("0001_a.sql", "CREATE TABLE a (n int)"), new("0002_b.sql", "CREATE TABLE b (n int); SELECT 1 / 0")));
        refused.Message.ShouldContain("0002_b.sql: division by zero");
        (await MigrateAsync(new("0001_a.sql", "CREATE TABLE a (n int)"), new("0002_b.sql", "CREATE TABLE b (n int)"))).ShouldBe(["0002_b.sql"]);
    }

    [Fact]
    public async Task An_owner_who_may_not_become_the_services_roles_is_told_which_script_to_run()
    {
        await new Migrator(_owner, MigrationScript.From()).MigrateAsync(Cancellation);
        var poor = $"poor_{Environment.ProcessId}";
        await ExecuteAsync($"TRUNCATE schema_migrations; CREATE ROLE {poor} LOGIN; ALTER DATABASE \"{_database.Name}\" OWNER TO {poor}; ALTER TABLE schema_migrations OWNER TO {poor}");
        try
        {
            await using var owner = NpgsqlDataSource.Create(
                new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Options = $"-c role={poor}" }.ConnectionString);
            var refused = await Should.ThrowAsync<MigrationRefused>(() => new Migrator(owner, MigrationScript.From()).MigrateAsync(Cancellation));
            refused.Message.ShouldContain("deploy/roles.sql");
        }
        finally
        {
            await ExecuteAsync($"ALTER DATABASE \"{_database.Name}\" OWNER TO CURRENT_USER; REASSIGN OWNED BY {poor} TO CURRENT_USER; DROP ROLE {poor}");
        }
    }

    [Fact]
    public async Task A_login_that_owns_nothing_starts_on_a_schema_that_is_in_place_and_is_told_who_may_change_one_that_is_not()
    {
        var scripts = MigrationScript.From();
        await new Migrator(_owner, scripts).MigrateAsync(Cancellation);
        await using var guest = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Options = "-c role=initiatives_system" }.ConnectionString);

        (await new Migrator(guest, scripts).MigrateAsync(Cancellation)).ShouldBeEmpty();

        var refused = await Should.ThrowAsync<MigrationRefused>(() => new Migrator(guest, [.. scripts, new("9999_next.sql", "SELECT 1")]).MigrateAsync(Cancellation));
        refused.Message.ShouldContain("initiatives migrate");
    }

    private Task<IReadOnlyList<string>> MigrateAsync(params MigrationScript[] scripts) => new Migrator(_owner, scripts).MigrateAsync(Cancellation);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
