using Npgsql;

namespace Initiatives.Support;

/// <summary>A database of one's own, dropped when disposed of.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresServer server;

    internal TestDatabase(PostgresServer server, string name)
    {
        this.server = server;
        Name = name;
        ConnectionString = server.ConnectionStringTo(name);
    }

    public string Name { get; }

    /// <summary>The way in for the superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>A fresh copy of the template on the server that this test process shares.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseTemplate template) =>
        await (await PostgresServer.SharedAsync()).CreateDatabaseAsync(template);

    public async ValueTask DisposeAsync()
    {
        await using var pooled = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(pooled);
        await server.ExecuteAsync($"DROP DATABASE IF EXISTS \"{Name}\" WITH (FORCE)");
    }
}
