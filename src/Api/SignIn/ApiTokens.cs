using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.SignIn;

/// <summary>A program's way in, as its owner sees it: everything but the secret.</summary>
/// <param name="Person">Whose rights it has; null for an integration's own.</param>
/// <param name="Role">What an integration may: <c>reader</c> or <c>secretariat</c>; null for a person's.</param>
/// <param name="MadeBy">Person id.</param>
/// <param name="LastUsed">To within some minutes; null when never.</param>
public sealed record ApiToken(
    Guid Id, string Cluster, string Name, string? Person, string? Role, bool MayWrite, string MadeBy, DateTimeOffset Made, DateTimeOffset Expires, DateTimeOffset? LastUsed);

/// <summary>Tokens for the API: made by a person for themselves or by the secretariat for another system, shown once, kept as a hash, and over within a year.</summary>
internal sealed class ApiTokens(EventStoreDataSources sources, TimeProvider time)
{
    public const int LongestDays = 365;

    public const int LongestName = 100;

    private const string Columns = "id, tenant_id, name, person_id, role, may_write, made_by, made, expires, last_used";

    /// <param name="token">Its id and times are set here.</param>
    /// <returns>The token as it stands, and the secret, which is kept nowhere.</returns>
    public async Task<(ApiToken Token, string Secret)> MakeAsync(ApiToken token, CancellationToken cancellation)
    {
        var secret = Secret.Make();
        var made = token with { Id = Guid.NewGuid(), Made = time.GetUtcNow() };
        await ChangeAsync(made.Cluster, new($"INSERT INTO api_tokens (hash, {Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL)")
        {
            Parameters =
            {
                new NpgsqlParameter<byte[]> { TypedValue = Secret.HashOf(secret) }, new NpgsqlParameter<Guid> { TypedValue = made.Id }, Sessions.Text(made.Cluster), Sessions.Text(made.Name),
                Sessions.Text(made.Person), Sessions.Text(made.Role), new NpgsqlParameter<bool> { TypedValue = made.MayWrite }, Sessions.Text(made.MadeBy), Sessions.Instant(made.Made), Sessions.Instant(made.Expires),
            },
        }, cancellation);
        return (made, secret);
    }

    /// <summary>A person's own, or, for no person, the cluster's integrations; those that still open something, newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(string cluster, string? person, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(cluster),
                new($"SELECT {Columns} FROM api_tokens WHERE tenant_id = $1 AND person_id IS NOT DISTINCT FROM $2 AND revoked IS NULL AND expires > $3 ORDER BY made DESC, id")
                {
                    Parameters = { Sessions.Text(cluster), Sessions.Text(person), Sessions.Instant(time.GetUtcNow()) },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var tokens = new List<ApiToken>();
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        while (await reader.ReadAsync(cancellation))
        {
            tokens.Add(new(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), Text(3), Text(4), reader.GetBoolean(5), reader.GetString(6),
                reader.GetFieldValue<DateTimeOffset>(7), reader.GetFieldValue<DateTimeOffset>(8), reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9)));
        }
        return tokens;
    }

    /// <summary>Closes it at once, on every node.</summary>
    /// <param name="person">Whose it must be; null: an integration's.</param>
    /// <returns>False when they have no such token.</returns>
    public async Task<bool> RevokeAsync(string cluster, Guid id, string? person, CancellationToken cancellation) =>
        await ChangeAsync(cluster, new("UPDATE api_tokens SET revoked = $4 WHERE tenant_id = $1 AND id = $2 AND person_id IS NOT DISTINCT FROM $3 AND revoked IS NULL")
        {
            Parameters = { Sessions.Text(cluster), new NpgsqlParameter<Guid> { TypedValue = id }, Sessions.Text(person), Sessions.Instant(time.GetUtcNow()) },
        }, cancellation) == 1;

    private async Task<ulong> ChangeAsync(string cluster, NpgsqlBatchCommand change, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(cluster), change } };
        await batch.ExecuteNonQueryAsync(cancellation);
        return change.Rows;
    }
}
