using System.Data;
using Npgsql;

namespace Initiatives.EventStore;

/// <summary>
/// Brings a database up to what this program needs. Several nodes may start at the same moment: one migrates, the others wait
/// and find it done. Each script runs in a transaction of its own, by name in ordinal order, once. Scripts the database has and this
/// program has not are left alone: during a rolling upgrade an old node may still restart.
/// </summary>
/// <param name="owner">As the role that is to own the tables.</param>
public sealed class Migrator(NpgsqlDataSource owner, IReadOnlyList<MigrationScript> scripts)
{
    // "initiati" in ASCII: any number, so long as nobody else locks it.
    private const long Lock = 0x696E697469617469;

    /// <summary>Runs what has not run yet.</summary>
    /// <returns>The names of the scripts that ran now; empty when everything was in place.</returns>
    /// <exception cref="MigrationRefused">A script was edited after it had run, or its SQL failed; earlier ones stay applied.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation = default)
    {
        var ordered = scripts.OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        if (ordered.Zip(ordered.Skip(1)).FirstOrDefault(pair => pair.First.Name == pair.Second.Name) is ({ } twin, _))
            throw new ArgumentException($"Two migration scripts are called {twin.Name}.");

        await using var connection = await owner.OpenConnectionAsync(cancellation);
        // A login that owns nothing can start on a schema that is in place: looking asks for no more than reading.
        if (await InPlaceAsync(connection, ordered, cancellation)) return [];

        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({Lock})", cancellation);
        try
        {
            return await MigrateAsync(connection, ordered, cancellation);
        }
        finally
        {
            // Also after a cancelled script: the session goes back to a pool, and must not take the lock with it.
            if (connection.State == ConnectionState.Open)
                await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static async Task<bool> InPlaceAsync(NpgsqlConnection connection, List<MigrationScript> ordered, CancellationToken cancellation)
    {
        // Null when there is no such table.
        await using var readable = new NpgsqlCommand("SELECT has_table_privilege(to_regclass('schema_migrations'), 'SELECT')", connection);
        if (await readable.ExecuteScalarAsync(cancellation) is not true) return false;
        var applied = await AppliedAsync(connection, cancellation);
        return ordered.TrueForAll(s => applied.TryGetValue(s.Name, out var hash) && hash == s.Sha256);
    }

    private static async Task<IReadOnlyList<string>> MigrateAsync(
        NpgsqlConnection connection, List<MigrationScript> ordered, CancellationToken cancellation)
    {
        try
        {
            await ExecuteAsync(connection, """
                CREATE TABLE IF NOT EXISTS schema_migrations (
                    name text COLLATE "C" PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())
                """, cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new MigrationRefused(
                $"{new NpgsqlConnectionStringBuilder(connection.ConnectionString).Username} may not change it. "
                + "Run \"initiatives migrate\" once with the login that owns the database, then start again.", e);
        }
        var applied = await AppliedAsync(connection, cancellation);
        if (ordered.Find(s => applied.TryGetValue(s.Name, out var hash) && hash != s.Sha256) is { } edited)
        {
            throw new MigrationRefused(
                $"{edited.Name} has already run on this database and has been edited since. Restore it and put the change in a new file.");
        }

        var done = new List<string>();
        foreach (var script in ordered.Where(s => !applied.ContainsKey(s.Name)))
        {
            await RunAsync(connection, script, cancellation);
            done.Add(script.Name);
        }
        return done;
    }

    private static async Task RunAsync(NpgsqlConnection connection, MigrationScript script, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await ExecuteAsync(connection, script.Sql, cancellation);
        }
        catch (PostgresException e)
        {
            throw new MigrationRefused($"{script.Name}: {e.MessageText} {e.Hint}".TrimEnd(), e);
        }
        await using var record = new NpgsqlCommand("INSERT INTO schema_migrations (name, sha256) VALUES ($1, $2)", connection, transaction)
        {
            Parameters = { EventLog.Parameter(script.Name), EventLog.Parameter(script.Sha256) },
        };
        await record.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT name, sha256 FROM schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        // An index on ten million rows takes as long as it takes; cancellation is the host's to give.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>The database cannot be brought up to date; the message says what to do.</summary>
public sealed class MigrationRefused(string message, Exception? cause = null) : Exception(message, cause);
