using System.Security.Cryptography;
using Initiatives.Api.Features.Log;
using Initiatives.Api.SignIn;
using Initiatives.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>A cluster's webhooks as its secretariat keeps them.</summary>
internal sealed class WebhookRegister(EventStoreDataSources sources, IDataProtectionProvider protection, EventLog log, TimeProvider time)
{
    public const int LongestName = 100, LongestAddress = 2000, Most = 50;

    private const int Shown = 100;

    private const string Columns = "id, tenant_id, name, address, kinds, made_by, made, position, tries, next_try, stopped";

    private readonly IDataProtector _seal = protection.CreateProtector("webhooks");

    /// <summary>Begins with the next fact: what has been is read from the log.</summary>
    /// <returns>The webhook, and the secret its deliveries are signed with, which is shown once; null when the cluster has as many as it may.</returns>
    public async Task<(Webhook Webhook, string Secret)?> MakeAsync(string cluster, string name, string address, IReadOnlyList<LogKind> kinds, string by, CancellationToken cancellation)
    {
        var (secret, id, now) = (RandomNumberGenerator.GetBytes(32), Guid.NewGuid(), time.GetUtcNow());
        var position = await log.SafePositionAsync(cancellation);
        var made = await ChangeAsync(cluster, new("""
            INSERT INTO webhooks (tenant_id, id, name, address, kinds, secret, made_by, made, position, next_try)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $8 WHERE (SELECT count(*) FROM webhooks WHERE tenant_id = $1) < $10
            """)
        {
            Parameters =
            {
                Sessions.Text(cluster), Of(id), Sessions.Text(name), Sessions.Text(address), new NpgsqlParameter<string[]> { TypedValue = [.. kinds.Select(k => k.ToString())] },
                Sessions.Text(Convert.ToBase64String(_seal.Protect(secret))), Sessions.Text(by), Sessions.Instant(now), Of(position), Of(Most),
            },
        }, cancellation) == 1;
        return made ? (new(id, cluster, name, address, kinds, by, now, position, 0, null, null), WebhookSignature.Shown(secret)) : null;
    }

    /// <exception cref="CryptographicException">It was sealed with a key that is no longer in the ring.</exception>
    public byte[] Open(string sealedSecret) => _seal.Unprotect(Convert.FromBase64String(sealedSecret));

    public async Task<string> SealedSecretAsync(Webhook webhook, CancellationToken cancellation) => (await ReadAsync(
        webhook.Cluster, new("SELECT secret FROM webhooks WHERE tenant_id = $1 AND id = $2") { Parameters = { Sessions.Text(webhook.Cluster), Of(webhook.Id) } }, static row => row.GetString(0), cancellation))[0];

    public Task<IReadOnlyList<Webhook>> ListAsync(string cluster, CancellationToken cancellation) => ReadAsync(
        cluster, new($"SELECT {Columns} FROM webhooks WHERE tenant_id = $1 ORDER BY made, id") { Parameters = { Sessions.Text(cluster) } },
        static row => new Webhook(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), [.. row.GetFieldValue<string[]>(4).Select(Enum.Parse<LogKind>)], row.GetString(5), row.GetFieldValue<DateTimeOffset>(6),
            row.GetInt64(7), row.GetInt32(8), row.GetInt32(8) == 0 ? null : row.GetFieldValue<DateTimeOffset>(9), row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10)),
        cancellation);

    public async Task<Webhook?> FindAsync(string cluster, Guid id, CancellationToken cancellation) => (await ListAsync(cluster, cancellation)).FirstOrDefault(w => w.Id == id);

    /// <summary>Newest first, the last hundred.</summary>
    public Task<IReadOnlyList<Delivery>> DeliveriesAsync(string cluster, Guid id, CancellationToken cancellation) => ReadAsync(
        cluster, new($"SELECT id, event, type, at, took_ms, status, error FROM webhook_deliveries WHERE tenant_id = $1 AND webhook = $2 ORDER BY id DESC LIMIT {Shown}") { Parameters = { Sessions.Text(cluster), Of(id) } },
        static row => new Delivery(
            row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetString(6)),
        cancellation);

    /// <summary>Goes on where it stopped, now.</summary>
    public async Task<bool> ResumeAsync(string cluster, Guid id, CancellationToken cancellation) => await ChangeAsync(
        cluster, new("UPDATE webhooks SET stopped = NULL, tries = 0, since = NULL, next_try = $3 WHERE tenant_id = $1 AND id = $2") { Parameters = { Sessions.Text(cluster), Of(id), Sessions.Instant(time.GetUtcNow()) } }, cancellation) == 1;

    /// <summary>With its deliveries; what is under way may still arrive.</summary>
    public async Task<bool> RemoveAsync(string cluster, Guid id, CancellationToken cancellation) =>
        await ChangeAsync(cluster, new("DELETE FROM webhooks WHERE tenant_id = $1 AND id = $2") { Parameters = { Sessions.Text(cluster), Of(id) } }, cancellation) == 1;

    private async Task<ulong> ChangeAsync(string cluster, NpgsqlBatchCommand change, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(cluster), change } };
        await batch.ExecuteNonQueryAsync(cancellation);
        return change.Rows;
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string cluster, NpgsqlBatchCommand read, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(cluster), read } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(row(reader));
        return rows;
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
