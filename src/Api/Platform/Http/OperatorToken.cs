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

    private const int Bytes = 32;

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

        await using var connection = await sources.System.OpenConnectionAsync(cancellationToken);
        Hash = await KnownAsync(connection, cancellationToken) ?? await MakeAsync(connection, cancellationToken);
    }

    private static async Task<byte[]?> KnownAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var select = new NpgsqlCommand("SELECT hash FROM operator_token", connection);
        return (byte[]?)await select.ExecuteScalarAsync(cancellation);
    }

    private async Task<byte[]> MakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var file = Path.Combine(DatabaseServer.DirectoryOf(settings), FileName);
        // The file comes first: a token in the database that nobody was told would lock everybody out. One that was written and
        // never reached the database, because the service died between the two, is taken up here.
        var token = Written(file) ?? Write(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));
        await using var insert = new NpgsqlCommand("INSERT INTO operator_token (hash, made) VALUES ($1, $2) ON CONFLICT DO NOTHING", connection)
        {
            Parameters = { new() { Value = HashOf(token) }, new() { Value = time.GetUtcNow().UtcDateTime } },
        };
        if (await insert.ExecuteNonQueryAsync(cancellation) == 1)
        {
            LogMade(file);
            return HashOf(token);
        }
        // Another node was first: its token holds, and ours must not look as if it did.
        var known = (await KnownAsync(connection, cancellation))!;
        if (!known.AsSpan().SequenceEqual(HashOf(token))) File.Delete(file);
        return known;
    }

    private static string? Written(string file) =>
        File.Exists(file) && File.ReadAllText(file).Trim() is { Length: 2 * Bytes } token && token.All(char.IsAsciiHexDigitLower) ? token : null;

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <returns>The token that the file holds: another's, when another process that keeps the same directory was first.</returns>
    private static string Write(string file, string token)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = $"{file}.{Guid.NewGuid():n}";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var writer = new StreamWriter(draft, Encoding.ASCII, options)) writer.WriteLine(token);
            try
            {
                // Whole or not at all, and once.
                File.Move(draft, file);
                return token;
            }
            catch (IOException) when (Written(file) is not null)
            {
                File.Delete(draft);
                return Written(file)!;
            }
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
