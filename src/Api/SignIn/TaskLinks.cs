using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.SignIn;

/// <summary>What a task's link was made for.</summary>
/// <param name="Stream">The initiative's whose status is asked for, or the written procedure's.</param>
/// <param name="Meeting">Meeting id: the link is over when its round is. Null of a written procedure.</param>
internal sealed record TaskLink(string Tenant, string Person, string Stream, string? Meeting, DateTimeOffset Expires)
{
    /// <summary>Stream of the initiative; null when it is for a written procedure.</summary>
    public string? Initiative => Procedure is null ? Stream : null;

    /// <summary>Stream of the written procedure; null when it is for a status.</summary>
    public string? Procedure => Stream.StartsWith(Streams.ProcedurePrefix, StringComparison.Ordinal) ? Stream : null;
}

/// <summary>
/// Links in mails that open one task: one person, and one initiative in one round or one written procedure. A mail program may open them before the person does,
/// so opening one uses nothing up; they end with the round, or some weeks after the procedure's deadline, and anyone who may may revoke them earlier.
/// </summary>
internal sealed class TaskLinks(EventStoreDataSources sources, Sessions sessions, TimeProvider time)
{
    /// <summary>The command that keeps a link, for the transaction of the mail that carries it.</summary>
    public static NpgsqlBatchCommand Keeping(string secret, TaskLink link, DateTimeOffset now) =>
        new("INSERT INTO task_links (hash, tenant_id, person_id, initiative, meeting, made, expires, procedure) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
        {
            Parameters =
            {
                Hash(secret), Sessions.Text(link.Tenant), Sessions.Text(link.Person), Sessions.Text(link.Initiative), Sessions.Text(link.Meeting),
                Sessions.Instant(now), Sessions.Instant(link.Expires), Sessions.Text(link.Procedure),
            },
        };

    /// <summary>Makes a link by itself.</summary>
    public async Task<string> MakeAsync(TaskLink link, CancellationToken cancellation)
    {
        var secret = Secret.Make();
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(link.Tenant), Keeping(secret, link, time.GetUtcNow()) } };
        await batch.ExecuteNonQueryAsync(cancellation);
        return secret;
    }

    /// <summary>The task, while its link holds.</summary>
    public async Task<TaskLink?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (!Secret.IsOne(secret)) return null;
        await using var command = sources.System.CreateCommand(
            "SELECT tenant_id, person_id, coalesce(initiative, procedure), meeting, expires FROM task_links WHERE hash = $1 AND expires > $2 AND revoked IS NULL");
        command.Parameters.AddRange(new NpgsqlParameter[] { Hash(secret), Sessions.Instant(time.GetUtcNow()) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4))
            : null;
    }

    /// <summary>The command that ends every link of a person in a cluster; sessions that came of them have ended with the person's entry, or go besides.</summary>
    public static NpgsqlBatchCommand Revoking(string tenant, string person, DateTimeOffset now) =>
        new("UPDATE task_links SET revoked = $3 WHERE tenant_id = $1 AND person_id = $2 AND revoked IS NULL")
        {
            Parameters = { Sessions.Text(tenant), Sessions.Text(person), Sessions.Instant(now) },
        };

    /// <summary>Ends every link of a person in a cluster, and the sessions that came of them.</summary>
    public async Task RevokeAsync(string tenant, string person, CancellationToken cancellation)
    {
        await using (var connection = await sources.App.OpenConnectionAsync(cancellation))
        await using (var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(tenant), Revoking(tenant, person, time.GetUtcNow()) } })
            await batch.ExecuteNonQueryAsync(cancellation);
        await sessions.EndAllAsync(null, tenant, person, cancellation);
    }

    private static NpgsqlParameter<byte[]> Hash(string secret) => new() { TypedValue = Secret.HashOf(secret), NpgsqlDbType = NpgsqlDbType.Bytea };
}
