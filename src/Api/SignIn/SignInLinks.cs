using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.SignIn;

/// <summary>
/// Links that sign a person in: asked for on the sign-in page, sent by mail, good once within fifteen minutes and only in
/// the browser that asked. We keep hashes.
/// </summary>
internal sealed class SignInLinks(EventStoreDataSources sources, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>So many for one address within <see cref="Lasts"/>; the next are answered alike and sent to nobody.</summary>
    public const int MostAtOnce = 3;

    /// <summary>Makes a link's secret, or null when this address has had its share.</summary>
    /// <param name="visitor">The browser's mark.</param>
    public async Task<string?> MakeAsync(string mail, string visitor, CancellationToken cancellation)
    {
        var secret = Secret.Make();
        var now = time.GetUtcNow();
        // Counted and inserted under one lock per address, or many requests at once would all count too few.
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("SELECT pg_advisory_xact_lock(hashtextextended('sign_in_links/' || lower($1), 0))") { Parameters = { Sessions.Text(mail) } },
                new("""
                    INSERT INTO sign_in_links (hash, mail, browser, made, expires) SELECT $1, lower($2), $3, $4, $5
                    WHERE (SELECT count(*) FROM sign_in_links WHERE mail = lower($2) AND made > $6) < $7
                    """)
                {
                    Parameters =
                    {
                        Bytes(secret), Sessions.Text(mail), Bytes(visitor), Sessions.Instant(now), Sessions.Instant(now + Lasts), Sessions.Instant(now - Lasts),
                        new NpgsqlParameter<int> { TypedValue = MostAtOnce },
                    },
                },
            },
        };
        return await batch.ExecuteNonQueryAsync(cancellation) == 1 ? secret : null;
    }

    /// <summary>Uses the link up and tells whose it was; null when it is unknown, used, too old, or another browser's (which does not use it up).</summary>
    public async Task<string?> UseAsync(string secret, string visitor, CancellationToken cancellation)
    {
        if (!Secret.IsOne(secret) || !Secret.IsOne(visitor)) return null;
        // Kept until swept, so that it still counts against the address's share.
        await using var command = sources.System.CreateCommand("UPDATE sign_in_links SET expires = made WHERE hash = $1 AND browser = $2 AND expires > $3 RETURNING mail");
        command.Parameters.AddRange(new NpgsqlParameter[] { Bytes(secret), Bytes(visitor), Sessions.Instant(time.GetUtcNow()) });
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    private static NpgsqlParameter<byte[]> Bytes(string secret) => new() { TypedValue = Secret.HashOf(secret), NpgsqlDbType = NpgsqlDbType.Bytea };
}
