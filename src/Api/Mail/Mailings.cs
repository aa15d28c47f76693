using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.Mail;

/// <summary>One occasion to tell everybody it concerns: made once, whole, however many nodes begin it and however often.</summary>
/// <param name="Cause">e.g. <c>reminder/2023-10-17/chefforum-2023-10-30</c>.</param>
/// <param name="Mails">One to each person. What a mail's links need stands beside it: a mail that was queued before brings none.</param>
/// <param name="Unreached">Whom or what it could not reach: person ids without an address, forums without members, numbers of initiatives.</param>
internal sealed record Mailing(string Tenant, string Cause, IReadOnlyList<MailWithLinks> Mails, IReadOnlyList<string> Unreached)
{
    /// <summary>Of changes of the calendar: the version of its stream up to which they are told.</summary>
    public long? ToldTo { get; init; }
}

/// <param name="Links">The statements that keep what the links in the mail open.</param>
internal sealed record MailWithLinks(OutgoingMail Mail, IReadOnlyList<NpgsqlBatchCommand> Links);

/// <summary>Makes mailings. Their mails and the note that they were made hold together or not at all.</summary>
internal sealed class Mailings(EventStoreDataSources sources, Outbox outbox, TimeProvider clock)
{
    private const string Insert = "INSERT INTO mailings (tenant_id, cause, made, mails, unreached, told_to) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";

    /// <returns>How many mails were queued: one whose cause the person has been told of is not. Null when the mailing had been made.</returns>
    public async Task<int?> MakeAsync(Mailing mailing, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await MakeAsync(mailing, transaction, cancellation) is not { } queued)
            return null;
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
        return queued;
    }

    /// <summary>The same in the caller's transaction, with the facts that caused it; wake the outbox when it is committed.</summary>
    public async Task<int?> MakeAsync(Mailing mailing, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var noting = Noting(mailing);
        await using (var batch = new NpgsqlBatch(transaction.Connection!, transaction) { BatchCommands = { EventStoreDataSources.TenantSetting(mailing.Tenant), noting } })
            await batch.ExecuteNonQueryAsync(cancellation);
        return noting.Rows == 0 ? null : await QueueAsync(mailing.Mails, transaction, cancellation);
    }

    /// <summary>Whom a mailing did not reach; null when it was not made.</summary>
    public async Task<IReadOnlyList<string>?> UnreachedAsync(string tenant, string cause, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        var asking = new NpgsqlBatchCommand("SELECT unreached FROM mailings WHERE tenant_id = $1 AND cause = $2") { Parameters = { new() { Value = tenant }, new() { Value = cause } } };
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(tenant), asking } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetFieldValue<string[]>(0) : null;
    }

    /// <summary>Whom none of an occasion's mailings has reached, in the caller's transaction, which has named the tenant.</summary>
    /// <param name="cause">Of the first; those after it have it with a growing number behind: <c>minutes/{meeting}/1</c>.</param>
    public static async Task<IReadOnlyList<string>> StillUnreachedAsync(string tenant, string cause, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection!, transaction) { BatchCommands = { StillUnreached(tenant, cause) } };
        return await batch.ExecuteScalarAsync(cancellation) as string[] ?? [];
    }

    /// <summary>The same, read by itself.</summary>
    public async Task<IReadOnlyList<string>> StillUnreachedAsync(string tenant, string cause, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { EventStoreDataSources.TenantSetting(tenant) } })
            await batch.ExecuteNonQueryAsync(cancellation);
        return await StillUnreachedAsync(tenant, cause, transaction, cancellation);
    }

    // The newest of them knows: each notes whom it leaves.
    private static NpgsqlBatchCommand StillUnreached(string tenant, string cause) =>
        new("SELECT unreached FROM mailings WHERE tenant_id = $1 AND (cause = $2 OR starts_with(cause, $2 || '/')) ORDER BY length(cause) DESC, cause DESC LIMIT 1")
        {
            Parameters = { new() { Value = tenant }, new() { Value = cause } },
        };

    /// <summary>The version of the calendar's stream up to which its changes are told; 0 when none are.</summary>
    public async Task<long> ToldToAsync(string tenant, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        var asking = new NpgsqlBatchCommand("SELECT coalesce(max(told_to), 0) FROM mailings WHERE tenant_id = $1") { Parameters = { new() { Value = tenant } } };
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(tenant), asking } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetInt64(0);
    }

    /// <summary>Queues mails that no mailing stands for, because somebody pressed for them.</summary>
    public async Task<int> QueueAsync(string tenant, IReadOnlyList<MailWithLinks> mails, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { EventStoreDataSources.TenantSetting(tenant) } })
            await batch.ExecuteNonQueryAsync(cancellation);
        var queued = await QueueAsync(mails, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        outbox.Wake();
        return queued;
    }

    private async Task<int> QueueAsync(IReadOnlyList<MailWithLinks> mails, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var queued = 0;
        foreach (var (mail, links) in mails)
        {
            if (await outbox.QueueAsync(mail, transaction, cancellation))
            {
                queued++;
                await using var batch = new NpgsqlBatch(transaction.Connection!, transaction);
                foreach (var link in links)
                    batch.BatchCommands.Add(link);
                if (links.Count > 0)
                    await batch.ExecuteNonQueryAsync(cancellation);
            }
        }
        return queued;
    }

    private NpgsqlBatchCommand Noting(Mailing mailing) => new(Insert)
    {
        Parameters =
        {
            new() { Value = mailing.Tenant },
            new() { Value = mailing.Cause },
            new() { Value = clock.GetUtcNow().UtcDateTime },
            new() { Value = mailing.Mails.Count },
            new() { Value = mailing.Unreached.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            new() { Value = (object?)mailing.ToldTo ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
        },
    };
}
