using Npgsql;

namespace Initiatives.Api.Platform.Postgres;

/// <summary>
/// The PostgreSQL this installation lives on: the one the settings name, and nothing else; or, when they name none, its own.
/// </summary>
public sealed class DatabaseServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    private readonly EmbeddedPostgres? embedded;

    private DatabaseServer(string connectionString, EmbeddedPostgres? embedded = null) =>
        (ConnectionString, this.embedded) = (connectionString, embedded);

    /// <summary>The way in for the one who owns the schema.</summary>
    public string ConnectionString { get; }

    /// <summary>
    /// Settings: <c>INITIATIVES_POSTGRES</c> or <c>ConnectionStrings:Initiatives</c> (Npgsql's format) names a server;
    /// otherwise <c>INITIATIVES_DATA</c> is the directory of our own and <c>INITIATIVES_POSTGRES_BIN</c> its programs.
    /// </summary>
    /// <exception cref="OperatorFault">There is none, and why.</exception>
    public static async Task<DatabaseServer> OpenAsync(IConfiguration settings, ILogger log, CancellationToken cancellation)
    {
        if (Given(settings) is { } given)
        {
            await WaitForAsync(given, cancellation);
            return new DatabaseServer(given);
        }
        var options = new EmbeddedPostgresOptions
        {
            Directory = DirectoryOf(settings),
            Binaries = settings["INITIATIVES_POSTGRES_BIN"],
        };
        var embedded = await EmbeddedPostgres.StartAsync(options, log, cancellation);
        return new DatabaseServer(embedded.ConnectionString, embedded);
    }

    public async ValueTask DisposeAsync()
    {
        if (embedded is not null)
        {
            await embedded.DisposeAsync();
        }
    }

    /// <summary>True when the settings name a server; otherwise the installation keeps its own.</summary>
    public static bool IsGiven(IConfiguration settings) => Given(settings) is not null;

    private static string? Given(IConfiguration settings) =>
        (settings["INITIATIVES_POSTGRES"] ?? settings.GetConnectionString("Initiatives")) is { Length: > 0 } given ? given : null;

    /// <summary>The directory that belongs to this installation, also when its database is elsewhere.</summary>
    public static string DirectoryOf(IConfiguration settings) => settings["INITIATIVES_DATA"] is { Length: > 0 } told ? told : UsualDirectory();

    /// <summary>Where the operating system's customs put it: /var/lib for a service that is root, otherwise the user's own data.</summary>
    private static string UsualDirectory() => Environment.IsPrivilegedProcess
        ? "/var/lib/initiatives"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "initiatives");

    /// <summary>Machines start in any order: a server that is on its way is waited for, one that is wrong is not.</summary>
    private static async Task WaitForAsync(string given, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(given);
                await connection.OpenAsync(cancellation);
                if (connection.PostgreSqlVersion.Major < PostgresBinaries.OldestMajor)
                {
                    throw PostgresFaults.TooOld(connection.PostgreSqlVersion.Major);
                }
                return;
            }
            catch (ArgumentException malformed)
            {
                throw PostgresFaults.MalformedConnectionString(malformed);
            }
            catch (NpgsqlException failed)
            {
                if (!failed.IsTransient || TimeProvider.System.GetElapsedTime(began) > Patience)
                {
                    throw PostgresFaults.GivenServerSilent(failed);
                }
                await Task.Delay(Glance, cancellation);
            }
        }
    }
}
