using System.Security.Cryptography;
using System.Text;
using Initiatives.Api.Platform.Postgres;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// The installation's own token: 256 random bits, made by the node that starts first, kept in the database as a hash and
/// written once to a file that only the service's user can read. <c>INITIATIVES_OPERATOR_TOKEN</c> sets another, which is kept nowhere.
/// </summary>
internal sealed partial class OperatorToken(EventStoreDataSources sources, IConfiguration settings, TimeProvider time, ILogger<OperatorToken> logger) : IHostedService
{
    public const string Setting = "INITIATIVES_OPERATOR_TOKEN";

    public const string FileName = "operator-token";

    /// <summary>Shorter ones could be guessed.</summary>
    private const int ShortestGiven = 32;

    /// <summary>SHA-256 of the token; null until the host has started, when nobody gets in.</summary>
    public byte[]? Hash { get; private set; }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="OperatorFault">The given token is too short, or the file cannot be written.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings[Setting] is { Length: > 0 } given)
        {
            if (given.Length < ShortestGiven)
            {
                throw new OperatorFault("operator-token-short",
                    $"{Setting} skal være mindst {ShortestGiven} tegn. Lav et nyt, fx med: openssl rand -hex 32",
                    $"{Setting} must be at least {ShortestGiven} characters. Make a new one, e.g. with: openssl rand -hex 32");
            }
            Hash = HashOf(given);
            return;
        }

        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var connection = await sources.System.OpenConnectionAsync(cancellationToken);
        await using var insert = new NpgsqlCommand("INSERT INTO operator_token (hash, made) VALUES ($1, $2) ON CONFLICT DO NOTHING", connection)
        {
            Parameters = { new() { Value = HashOf(made) }, new() { Value = time.GetUtcNow().UtcDateTime } },
        };
        // Written first: a token in the database that nobody was told would lock everybody out.
        var file = Path.Combine(DatabaseServer.DirectoryOf(settings), FileName);
        var draft = $"{file}.{made[..8]}";
        Write(draft, made);
        if (await insert.ExecuteNonQueryAsync(cancellationToken) == 1)
        {
            File.Move(draft, file, overwrite: true);
            LogMade(file);
        }
        else
        {
            File.Delete(draft);
        }
        await using var select = new NpgsqlCommand("SELECT hash FROM operator_token", connection);
        Hash = (byte[]?)await select.ExecuteScalarAsync(cancellationToken);
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static void Write(string file, string token)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, Encoding.ASCII, options);
            writer.WriteLine(token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OperatorFault("operator-token-unwritable",
                $"Adgangstokenet kan ikke skrives i {file}. Ret mappens rettigheder, eller angiv {Setting}.",
                $"The access token cannot be written to {file}. Mend the directory's permissions, or give {Setting}.", e);
        }
    }

    [LoggerMessage(LogLevel.Information, "The operator's access token for /api/v1 was made and written to {File}.")]
    private partial void LogMade(string file);
}
