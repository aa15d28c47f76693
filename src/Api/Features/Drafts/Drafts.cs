using System.Text.Json;
using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.Features.Drafts;

/// <summary>Drafts, one per person and thing; the last one saved stands. They are no facts, so no history is kept of them.</summary>
internal sealed class Drafts(EventStoreDataSources sources, TimeProvider time)
{
    public async Task<Draft?> ReadAsync(DraftKey key, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = Batch(connection, key, "SELECT body, saved FROM drafts WHERE tenant_id = $1 AND person = $2 AND kind = $3 AND subject = $4");
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(0))!, reader.GetFieldValue<DateTimeOffset>(1))
            : null;
    }

    /// <returns>The draft as it now stands.</returns>
    public async Task<Draft> SaveAsync(DraftKey key, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        // As precise as the database keeps it, so that what is told now is what is read later.
        var saved = time.GetUtcNow();
        saved = saved.AddTicks(-(saved.Ticks % TimeSpan.TicksPerMicrosecond));
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = Batch(connection, key, """
            INSERT INTO drafts (tenant_id, person, kind, subject, body, saved) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (tenant_id, person, kind, subject) DO UPDATE SET body = excluded.body, saved = excluded.saved
            """);
        // A zero character is no letter, and no text in the database may hold one: a page's form with one is not taken in, a program's loses it.
        var body = fields.ToDictionary(f => f.Key, f => f.Value.Replace("\0", "", StringComparison.Ordinal));
        batch.BatchCommands[^1].Parameters.Add(new() { Value = JsonSerializer.Serialize(body), NpgsqlDbType = NpgsqlDbType.Jsonb });
        batch.BatchCommands[^1].Parameters.Add(new() { Value = saved.UtcDateTime });
        await batch.ExecuteNonQueryAsync(cancellation);
        return new(body, saved);
    }

    /// <summary>Removes it; one that is not there is removed already.</summary>
    public async Task RemoveAsync(DraftKey key, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(key.Cluster), Removing(key) } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The command that removes it, for the transaction of what was made of it.</summary>
    public static NpgsqlBatchCommand Removing(DraftKey key) => Command(key, "DELETE FROM drafts WHERE tenant_id = $1 AND person = $2 AND kind = $3 AND subject = $4");

    private static NpgsqlBatch Batch(NpgsqlConnection connection, DraftKey key, string sql) =>
        new(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(key.Cluster), Command(key, sql) } };

    private static NpgsqlBatchCommand Command(DraftKey key, string sql) =>
        new(sql) { Parameters = { new() { Value = key.Cluster }, new() { Value = key.Person }, new() { Value = key.Kind }, new() { Value = key.Subject } } };
}
