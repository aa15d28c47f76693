using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.Mail;

/// <summary>What has become of mail, for the operator: how many wait, what failed and why, and another try. Never what a mail says.</summary>
internal sealed class MailOverview(EventStoreDataSources sources, MailSignal signal, TimeProvider clock)
{
    private const string Of = "($1::text IS NULL OR tenant_id = $1)";

    private const string State = "CASE WHEN failed IS NULL AND sent IS NULL THEN 'queued' WHEN failed IS NULL THEN 'sent' WHEN sent IS NULL THEN 'failed' ELSE 'bounced' END";

    /// <param name="cluster">Cluster id, or <see cref="OutgoingMail.Installation"/>; null for all.</param>
    public async Task<MailCounts> CountAsync(string? cluster, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand($"""
            SELECT count(*) FILTER (WHERE {State} = 'queued'), count(*) FILTER (WHERE {State} = 'sent'), count(*) FILTER (WHERE {State} = 'failed'),
                count(*) FILTER (WHERE {State} = 'bounced'), min(made) FILTER (WHERE {State} = 'queued')
            FROM outgoing_mail WHERE {Of}
            """);
        command.Parameters.Add(Text(cluster));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetDateTime(4));
    }

    /// <summary>Newest first.</summary>
    /// <param name="state">Only these; all when null.</param>
    public async Task<IReadOnlyList<MailSeen>> ListAsync(string? cluster, MailState? state, int take, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand($"""
            SELECT id, tenant_id, kind, recipient, address, subject, message_id, {State}, made, sent, failed, tries, next_try, expires, last_error, put_off
            FROM outgoing_mail WHERE {Of} AND ($2::text IS NULL OR {State} = $2) ORDER BY id DESC LIMIT $3
            """);
        command.Parameters.Add(Text(cluster));
        command.Parameters.Add(Text(state?.ToString().ToLowerInvariant()));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = take });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        DateTimeOffset? Instant(int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);
        var seen = new List<MailSeen>();
        while (await row.ReadAsync(cancellation))
        {
            var shown = Enum.Parse<MailState>(row.GetString(7), ignoreCase: true);
            seen.Add(new(
                row.GetInt64(0), row.GetString(1) is OutgoingMail.Installation ? null : row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
                shown, row.GetDateTime(8), Instant(9), Instant(10), row.GetInt32(11), shown == MailState.Queued ? Instant(12) : null, Instant(13), row.IsDBNull(14) ? null : row.GetString(14), row.GetBoolean(15)));
        }
        return seen;
    }

    /// <summary>Queues a failed mail again, or brings the next try of a queued one forward to now. Under the same Message-ID.</summary>
    public async Task<MailRetry> RetryAsync(long id, CancellationToken cancellation)
    {
        var now = new NpgsqlParameter { Value = clock.GetUtcNow().UtcDateTime };
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("""
            UPDATE outgoing_mail SET failed = NULL, sent = NULL, since = $2, next_try = $2, put_off = false
            WHERE id = $1 AND (failed IS NOT NULL OR sent IS NULL) AND html <> '' AND address <> '' AND (expires IS NULL OR expires > $2)
            """) { Parameters = { new NpgsqlParameter<long> { TypedValue = id }, now } });
        batch.BatchCommands.Add(new("SELECT failed IS NULL AND sent IS NOT NULL FROM outgoing_mail WHERE id = $1") { Parameters = { new NpgsqlParameter<long> { TypedValue = id } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var known = await reader.ReadAsync(cancellation);
        var sent = known && reader.GetBoolean(0);
        await reader.CloseAsync();
        if (batch.BatchCommands[0].Rows == 1)
        {
            signal.Raise();
            return MailRetry.Queued;
        }
        return !known ? MailRetry.Unknown : sent ? MailRetry.Sent : MailRetry.Gone;
    }

    /// <summary>A sent mail came back: whoever reads the sender's mailbox tells it by the Message-ID that the bounce quotes.</summary>
    /// <returns>False when no sent mail has that Message-ID.</returns>
    public async Task<bool> BouncedAsync(string messageId, string why, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand("UPDATE outgoing_mail SET failed = coalesce(failed, $2), last_error = $3 WHERE message_id = $1 AND sent IS NOT NULL");
        command.Parameters.Add(Text(messageId));
        command.Parameters.Add(new() { Value = clock.GetUtcNow().UtcDateTime });
        command.Parameters.Add(Text(why));
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}

public enum MailState
{
    Queued,
    Sent,

    /// <summary>Refused for good, tried for three days, or of no more use before it could be sent.</summary>
    Failed,

    /// <summary>Taken by the mail server, and returned later.</summary>
    Bounced,
}

/// <summary>What came of asking for another try.</summary>
internal enum MailRetry
{
    Queued,
    Unknown,

    /// <summary>It was sent, and has not come back.</summary>
    Sent,

    /// <summary>Its link is dead, or its text was taken away: what caused it must send another.</summary>
    Gone,
}

/// <param name="Oldest">When the oldest that waits was queued; null when none waits.</param>
public sealed record MailCounts(long Queued, long Sent, long Failed, long Bounced, DateTimeOffset? Oldest);

/// <param name="Cluster">Null for mail that belongs to none, as sign-in links.</param>
/// <param name="Recipient">Person id; the address where there is no person.</param>
/// <param name="Next">When it is tried next; null when it is not.</param>
/// <param name="Error">What the mail server said last.</param>
/// <param name="ServerAway">It waits for the mail server to answer at all.</param>
public sealed record MailSeen(
    long Id, string? Cluster, string Kind, string Recipient, string Address, string Subject, string MessageId, MailState State, DateTimeOffset Made,
    DateTimeOffset? Sent, DateTimeOffset? Failed, int Tries, DateTimeOffset? Next, DateTimeOffset? Expires, string? Error, bool ServerAway);
