using System.Text.Json;
using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.Mail;

/// <summary>
/// The queue as its senders see it. A mail is claimed for a while, not locked: a transaction that stayed open while a slow server
/// takes its mail would hold back every reader of the log (see <c>LogHorizon</c>). A sender that dies in the moment of handing over
/// therefore leaves a claim that runs out, and the mail is handed over again under the same Message-ID: twice, perhaps, and never not at all.
/// </summary>
internal sealed class MailQueue(EventStoreDataSources sources)
{
    /// <summary>
    /// What is due: untried mail first, so that one the server chokes on holds up no other, then the soonest to expire. To each person
    /// in the order it was queued: not before what was queued earlier has been sent or given up. A sign-in link belongs to no
    /// cluster, and so waits for none of the cluster's mail.
    /// </summary>
    private const string Claiming = """
        WITH due AS MATERIALIZED (
            SELECT w.tenant_id, w.id, w.claim FROM outgoing_mail w
            WHERE w.sent IS NULL AND w.failed IS NULL AND w.next_try <= $1 AND (w.claim IS NULL OR w.claimed_until < clock_timestamp())
              AND NOT EXISTS (
                SELECT FROM outgoing_mail o
                WHERE o.tenant_id = w.tenant_id AND o.recipient = w.recipient AND o.id < w.id AND o.sent IS NULL AND o.failed IS NULL)
            ORDER BY w.tries, w.expires NULLS LAST, w.id LIMIT 1
            FOR UPDATE OF w SKIP LOCKED)
        UPDATE outgoing_mail m SET claim = $2, claimed_until = clock_timestamp() + $3 FROM due
        WHERE m.tenant_id = due.tenant_id AND m.id = due.id
        RETURNING m.tenant_id, m.id, due.claim IS NOT NULL, m.kind, m.language, m.address, m.subject, m.html, m.plain, m.message_id, m.thread,
            m.unsubscribe, m.attachments, m.made, m.since, m.expires, m.tries
        """;

    private const string Ours = "WHERE tenant_id = $1 AND id = $2 AND claim = $3";

    /// <summary>The others that are not being handed over just now, and would fare as this one did.</summary>
    private const string Others = "sent IS NULL AND failed IS NULL AND claim IS NULL AND NOT (tenant_id = $1 AND id = $2)";

    /// <summary>Null when nothing is due.</summary>
    public async Task<MailToSend?> ClaimAsync(DateTimeOffset now, TimeSpan lease, CancellationToken cancellation)
    {
        var claim = Guid.NewGuid();
        await using var command = sources.System.CreateCommand(Claiming);
        command.Parameters.Add(Instant(now));
        command.Parameters.Add(Of(claim));
        command.Parameters.Add(Of(lease));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            return null;
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new(
            row.GetString(0), row.GetInt64(1), claim, row.GetBoolean(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8),
            row.GetString(9), Text(10), Text(11), JsonSerializer.Deserialize<EditionAttached[]>(row.GetString(12))!,
            row.GetDateTime(13), row.GetDateTime(14), row.IsDBNull(15) ? null : row.GetDateTime(15), row.GetInt32(16));
    }

    /// <summary>It is the mail server's now. What waited for the server to answer need wait no longer.</summary>
    /// <returns>How many that was.</returns>
    public async Task<int> SentAsync(MailToSend mail, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var batch = sources.System.CreateBatch();
        batch.BatchCommands.Add(new($"""
            UPDATE outgoing_mail SET sent = $4, tries = tries + 1, put_off = false, last_error = NULL, claim = NULL, claimed_until = NULL,
                html = CASE WHEN secret THEN '' ELSE html END, plain = CASE WHEN secret THEN '' ELSE plain END
            {Ours}
            """) { Parameters = { Of(mail.Tenant), Of(mail.Id), Of(mail.Claim), Instant(now) } });
        batch.BatchCommands.Add(new($"UPDATE outgoing_mail SET next_try = $3, put_off = false WHERE put_off AND {Others}")
        {
            Parameters = { Of(mail.Tenant), Of(mail.Id), Instant(now) },
        });
        await batch.ExecuteNonQueryAsync(cancellation);
        return (int)batch.BatchCommands[1].Rows;
    }

    /// <summary>It waits for its next try.</summary>
    /// <param name="others">When the server is away: until when all the others wait too. Null when only this one must.</param>
    public async Task PutOffAsync(MailToSend mail, DateTimeOffset next, DateTimeOffset? others, string why, CancellationToken cancellation)
    {
        await using var batch = sources.System.CreateBatch();
        batch.BatchCommands.Add(new($"""
            UPDATE outgoing_mail SET tries = tries + 1, next_try = least($4, expires), put_off = $5, last_error = $6, claim = NULL, claimed_until = NULL
            {Ours}
            """) { Parameters = { Of(mail.Tenant), Of(mail.Id), Of(mail.Claim), Instant(next), Of(others is not null), Of(why) } });
        AddOthers(batch, mail, others);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>It is given up. The body stays for another try, unless it is of no more use.</summary>
    public async Task FailedAsync(MailToSend mail, DateTimeOffset now, DateTimeOffset? others, string why, bool expired, CancellationToken cancellation)
    {
        await using var batch = sources.System.CreateBatch();
        batch.BatchCommands.Add(new($"""
            UPDATE outgoing_mail SET failed = $4, tries = tries + 1, put_off = false, last_error = $5, claim = NULL, claimed_until = NULL,
                html = CASE WHEN $6 THEN '' ELSE html END, plain = CASE WHEN $6 THEN '' ELSE plain END
            {Ours}
            """) { Parameters = { Of(mail.Tenant), Of(mail.Id), Of(mail.Claim), Instant(now), Of(why), Of(expired) } });
        AddOthers(batch, mail, others);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Takes away what is of no more use: bodies whose link is dead or that were sent a month ago, and rows after a year and a bit.</summary>
    /// <returns>How many rows were touched.</returns>
    public async Task<int> SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var batch = sources.System.CreateBatch();
        batch.BatchCommands.Add(new("""
            UPDATE outgoing_mail SET html = '', plain = '' WHERE html <> '' AND claim IS NULL
              AND (sent IS NOT NULL OR failed IS NOT NULL) AND ((secret AND expires <= $1) OR coalesce(failed, sent) <= $1 - interval '30 days')
            """) { Parameters = { Instant(now) } });
        batch.BatchCommands.Add(new("DELETE FROM outgoing_mail WHERE coalesce(failed, sent) <= $1 - interval '400 days'") { Parameters = { Instant(now) } });
        return await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static void AddOthers(NpgsqlBatch batch, MailToSend mail, DateTimeOffset? until)
    {
        if (until is null)
            return;
        batch.BatchCommands.Add(new($"UPDATE outgoing_mail SET next_try = least($3, expires), put_off = true WHERE next_try < $3 AND {Others}")
        {
            Parameters = { Of(mail.Tenant), Of(mail.Id), Instant(until.Value) },
        });
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter Instant(DateTimeOffset value) => new() { Value = value.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
