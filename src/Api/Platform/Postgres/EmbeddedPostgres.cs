using System.Diagnostics;
using Npgsql;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>
/// The service's own PostgreSQL: a private directory, a unix socket, no port, no password. Several processes on one machine may
/// start it on the same directory; the first keeps the server, the others share it, and one of them takes over when the first
/// ends. <see cref="ConnectionString"/> is the same in all of them and stays valid throughout; connections that were open when
/// the server went are broken and must be opened again.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>Owns everything in the server. Whoever can enter the socket's directory is let in as it.</summary>
    public const string Superuser = "postgres";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly PostgresKeeper keeper;

    private EmbeddedPostgres(PostgresKeeper keeper, string dataDirectory, string connectionString)
    {
        this.keeper = keeper;
        DataDirectory = dataDirectory;
        ConnectionString = connectionString;
    }

    /// <summary>The way in for the superuser, to the database named in the options.</summary>
    public string ConnectionString { get; }

    public string DataDirectory { get; }

    /// <summary>The server's process while this process keeps it; null when another process does, or it is being restarted.</summary>
    public int? ProcessId => keeper.Child is var id and not 0 ? id : null;

    /// <summary>Starts or joins the server and makes its database. Returns when it answers.</summary>
    /// <exception cref="OperatorFault">It cannot be had, and why, and what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger log, CancellationToken cancellation = default)
    {
        var directory = Own(options.Directory);
        options = options with { Directory = directory };
        var socket = SocketDirectory.For(directory);
        var keeper = new PostgresKeeper(options, socket, log);
        var way = new NpgsqlConnectionStringBuilder
        {
            Host = socket,
            Port = 5432,
            Username = Superuser,
            Database = options.Database,
            // Nothing to encrypt on a private socket, so nothing is negotiated.
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        var server = new EmbeddedPostgres(keeper, options.DataPath, way.ConnectionString);
        var ready = false;
        try
        {
            await keeper.Up.WaitAsync(cancellation);
            await MakeDatabaseAsync(way, options, cancellation);
            ready = true;
            return server;
        }
        finally
        {
            if (!ready)
            {
                await server.DisposeAsync();
            }
        }
    }

    /// <summary>Stops the server if this process keeps it. The host must have stopped before.</summary>
    public async ValueTask DisposeAsync() => await Task.Run(keeper.Stop);

    private static string Own(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            throw PostgresFaults.NotOurs(directory, denied);
        }
        // The kernel reports a process's directory without symbolic links, so ours must have none.
        return Tool.Ask("realpath", directory) ?? Path.GetFullPath(directory);
    }

    private static async Task MakeDatabaseAsync(NpgsqlConnectionStringBuilder way, EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        var door = new NpgsqlConnectionStringBuilder(way.ConnectionString) { Database = "postgres", Pooling = false };
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(door.ConnectionString);
                await connection.OpenAsync(cancellation);
                await using var look = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = options.Database } } };
                if (await look.ExecuteScalarAsync(cancellation) is null)
                {
                    await using var make = new NpgsqlCommand($"CREATE DATABASE \"{options.Database}\"", connection);
                    await make.ExecuteNonQueryAsync(cancellation);
                }
                return;
            }
            catch (PostgresException twice) when (twice.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another process that started at the same moment made it.
                return;
            }
            catch (NpgsqlException passing) when (passing.IsTransient || passing.InnerException is System.Net.Sockets.SocketException)
            {
                // We met a server whose keeper is leaving; the next one is on its way.
                if (waited.Elapsed > options.StartLimit)
                {
                    throw PostgresFaults.Silent(options.Directory, options.StartLimit);
                }
                await Task.Delay(Glance, cancellation);
            }
        }
    }
}
