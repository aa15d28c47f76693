using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.SignIn;

/// <summary>
/// The secret part of the addresses under which a person's calendar and the decisions of a cluster are read by programs that
/// cannot sign in. It opens those alone, ends with the person's place in the register, and is made anew to end the one before.
/// </summary>
internal sealed class FeedLinks(EventStoreDataSources sources, TimeProvider time)
{
    // A calendar is set up once and forgotten; a year later its owner is asked to say that it is still theirs.
    public const int Days = 400;

    /// <returns>The secret, which is kept nowhere.</returns>
    public async Task<string> MakeAsync(string tenant, string person, CancellationToken cancellation)
    {
        var (secret, now) = (Secret.Make(), time.GetUtcNow());
        await ChangeAsync(tenant, new("""
            INSERT INTO feed_links (tenant_id, person_id, hash, made, expires) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (tenant_id, person_id) DO UPDATE SET hash = EXCLUDED.hash, made = EXCLUDED.made, expires = EXCLUDED.expires
            """)
        {
            Parameters =
            {
                Sessions.Text(tenant), Sessions.Text(person), new NpgsqlParameter<byte[]> { TypedValue = Secret.HashOf(secret) }, Sessions.Instant(now), Sessions.Instant(now.AddDays(Days)),
            },
        }, cancellation);
        return secret;
    }

    /// <summary>Until when the person's address holds; null when they have none.</summary>
    public async Task<DateTimeOffset?> ExpiresAsync(string tenant, string person, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new("SELECT expires FROM feed_links WHERE tenant_id = $1 AND person_id = $2 AND expires > $3") { Parameters = { Sessions.Text(tenant), Sessions.Text(person), Sessions.Instant(time.GetUtcNow()) } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetFieldValue<DateTimeOffset>(0) : null;
    }

    /// <summary>Ends it at once.</summary>
    public Task RevokeAsync(string tenant, string person, CancellationToken cancellation) => ChangeAsync(tenant, Revoking(tenant, person), cancellation);

    /// <summary>The command that ends it, for a transaction that does more.</summary>
    public static NpgsqlBatchCommand Revoking(string tenant, string person) =>
        new("DELETE FROM feed_links WHERE tenant_id = $1 AND person_id = $2") { Parameters = { Sessions.Text(tenant), Sessions.Text(person) } };

    private async Task ChangeAsync(string tenant, NpgsqlBatchCommand change, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(tenant), change } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
