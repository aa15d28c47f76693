using Initiatives.Api.Features.Log;
using Initiatives.Api.SignIn;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>The webhooks as their senders see them: claimed for a while and not locked, as mail is (docs/decisions/0010-mail-is-leased-not-locked.md).</summary>
internal sealed class WebhookQueue(EventStoreDataSources sources)
{
    private const string Ours = "WHERE tenant_id = $1 AND id = $2 AND claim = $3";

    /// <summary>The one that has waited longest of those that may have something to be told; null when there is none.</summary>
    /// <param name="safe">Up to where the log can be read.</param>
    public async Task<WebhookInHand?> ClaimAsync(DateTimeOffset now, long safe, TimeSpan lease, CancellationToken cancellation)
    {
        var claim = Guid.NewGuid();
        await using var command = sources.System.CreateCommand("""
            WITH due AS MATERIALIZED (
                SELECT tenant_id, id FROM webhooks
                WHERE stopped IS NULL AND next_try <= $1 AND position < $2 AND (claim IS NULL OR claimed_until < clock_timestamp())
                ORDER BY next_try, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE webhooks w SET claim = $3, claimed_until = clock_timestamp() + $4 FROM due WHERE w.tenant_id = due.tenant_id AND w.id = due.id
            RETURNING w.tenant_id, w.id, w.address, w.kinds, w.secret, w.position, w.tries, w.since
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { Sessions.Instant(now), Of(safe), Of(claim), Of(lease) });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(
                row.GetString(0), row.GetGuid(1), claim, row.GetString(2), [.. row.GetFieldValue<string[]>(3).Select(Enum.Parse<LogKind>)], row.GetString(4), row.GetInt64(5), row.GetInt32(6),
                row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7))
            : null;
    }

    /// <summary>It has been told of everything up to here.</summary>
    /// <param name="delivery">Null when none of it was of its kinds.</param>
    /// <returns>False when the claim has run out, and another goes on with it.</returns>
    public Task<bool> ReachedAsync(WebhookInHand webhook, long position, Delivery? delivery) =>
        WriteAsync(webhook, delivery, new($"UPDATE webhooks SET position = $4, tries = 0, since = NULL {Ours}") { Parameters = { Sessions.Text(webhook.Tenant), Of(webhook.Id), Of(webhook.Claim), Of(position) } });

    /// <param name="next">When it is tried again; null: it is stopped.</param>
    public Task<bool> FailedAsync(WebhookInHand webhook, Delivery delivery, DateTimeOffset since, DateTimeOffset? next) =>
        WriteAsync(webhook, delivery, new($"UPDATE webhooks SET tries = tries + 1, since = $4, next_try = coalesce($5, next_try), stopped = CASE WHEN $5 IS NULL THEN $6 END {Ours}")
        {
            Parameters = { Sessions.Text(webhook.Tenant), Of(webhook.Id), Of(webhook.Claim), Sessions.Instant(since), Maybe(next), Sessions.Instant(delivery.At) },
        });

    /// <param name="next">Not before then, so that all get their turn.</param>
    public async Task ReleaseAsync(WebhookInHand webhook, DateTimeOffset next)
    {
        await using var command = sources.System.CreateCommand($"UPDATE webhooks SET claim = NULL, claimed_until = NULL, next_try = greatest(next_try, $4) {Ours}");
        command.Parameters.AddRange(new NpgsqlParameter[] { Sessions.Text(webhook.Tenant), Of(webhook.Id), Of(webhook.Claim), Sessions.Instant(next) });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Writes down a delivery that was no fact's.</summary>
    public async Task KeepAsync(string tenant, Guid webhook, Delivery delivery, CancellationToken cancellation)
    {
        await using var batch = sources.System.CreateBatch();
        batch.BatchCommands.Add(Keeping(tenant, webhook, delivery));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Takes away deliveries after a month.</summary>
    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand("DELETE FROM webhook_deliveries WHERE at <= $1 - interval '30 days'");
        command.Parameters.Add(Sessions.Instant(now));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<bool> WriteAsync(WebhookInHand webhook, Delivery? delivery, NpgsqlBatchCommand move)
    {
        // What has been told is written down also when the service is told to stop meanwhile.
        await using var batch = sources.System.CreateBatch();
        batch.BatchCommands.Add(move);
        if (delivery is not null) batch.BatchCommands.Add(Keeping(webhook.Tenant, webhook.Id, delivery));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        return move.Rows == 1;
    }

    // Not when it has been removed meanwhile.
    private static NpgsqlBatchCommand Keeping(string tenant, Guid webhook, Delivery delivery) => new("""
        INSERT INTO webhook_deliveries (tenant_id, webhook, event, type, at, took_ms, status, error)
        SELECT tenant_id, id, $3, $4, $5, $6, $7, $8 FROM webhooks WHERE tenant_id = $1 AND id = $2
        """)
    {
        Parameters =
        {
            Sessions.Text(tenant), Of(webhook), Of(delivery.Event), Sessions.Text(delivery.Type), Sessions.Instant(delivery.At), Of(delivery.Milliseconds),
            new NpgsqlParameter { Value = (object?)delivery.Status ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer }, Sessions.Text(delivery.Error),
        },
    };

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter Maybe(DateTimeOffset? at) => new() { Value = (object?)at?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz };
}
