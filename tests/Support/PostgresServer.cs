using System.Collections.Concurrent;
using System.Globalization;
using Initiatives.Api.Platform.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Initiatives.Support;

/// <summary>
/// A real PostgreSQL for tests: one per test process, in memory where there is room, or the one INITIATIVES_TEST_POSTGRES names
/// (a superuser's connection string). A machine without PostgreSQL fails the tests with the sentence that says what to install.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartSharedAsync);

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new();
    private readonly SemaphoreSlim oneCopyAtATime = new(1);
    private readonly EmbeddedPostgres? embedded;
    private readonly TemporaryDirectory? directory;
    private int made;

    private PostgresServer(string connectionString, EmbeddedPostgres? embedded, TemporaryDirectory? directory)
    {
        ConnectionString = connectionString;
        this.embedded = embedded;
        this.directory = directory;
    }

    /// <summary>The way in for the superuser, to the database everything starts from.</summary>
    public string ConnectionString { get; }

    /// <summary>The server's process, for tests that kill it; null when it is not ours.</summary>
    public int? ProcessId => embedded?.ProcessId;

    /// <summary>The server this test process shares; it does not wait for the disk, and stops with the process.</summary>
    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>A server of one's own. <paramref name="durable"/> waits for the disk as in production.</summary>
    public static async Task<PostgresServer> StartAsync(bool durable)
    {
        var directory = durable ? new TemporaryDirectory() : TemporaryDirectory.InMemory();
        var options = new EmbeddedPostgresOptions { Directory = directory.Path, Durable = durable };
        var embedded = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance);
        return new PostgresServer(embedded.ConnectionString, embedded, directory);
    }

    /// <summary>A fresh copy of the template; the template itself is built at its first use.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(DatabaseTemplate template)
    {
        var source = await templates.GetOrAdd(template.Name, _ => new Lazy<Task<string>>(() => BuildAsync(template))).Value;
        // The process number keeps apart what several test processes make on one server.
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{template.Name}_{Environment.ProcessId}_{Interlocked.Increment(ref made)}");
        await oneCopyAtATime.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{source}\" STRATEGY file_copy");
        }
        finally
        {
            oneCopyAtATime.Release();
        }
        return new TestDatabase(this, name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (embedded is null)
        {
            foreach (var template in templates.Values)
            {
                await ExecuteAsync($"DROP DATABASE IF EXISTS \"{await template.Value}\" WITH (FORCE)");
            }
            return;
        }
        await embedded.DisposeAsync();
        directory!.Dispose();
    }

    internal string ConnectionStringTo(string database) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = 4 }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartSharedAsync()
    {
        var server = Environment.GetEnvironmentVariable("INITIATIVES_TEST_POSTGRES") is { Length: > 0 } given
            ? new PostgresServer(given, embedded: null, directory: null)
            : await StartAsync(durable: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }

    private async Task<string> BuildAsync(DatabaseTemplate template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"template_{template.Name}_{Environment.ProcessId}");
        await ExecuteAsync($"CREATE DATABASE \"{name}\" STRATEGY wal_log");
        await template.Migrate(ConnectionStringTo(name), CancellationToken.None);
        // A template cannot be copied while somebody is in it.
        await ExecuteAsync($"ALTER DATABASE \"{name}\" WITH ALLOW_CONNECTIONS false");
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        return name;
    }
}
