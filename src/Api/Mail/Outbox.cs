using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.Mail;

/// <summary>
/// Where mail is put to be sent: a row in the transaction of what caused it, found by <see cref="MailSender"/> on whichever node.
/// A row for the same person and cause adds nothing, so whoever puts it there may be run again.
/// </summary>
internal sealed class Outbox(EventStoreDataSources sources, MailSettings settings, MailSignal signal, TimeProvider clock)
{
    private const string Insert = """
        INSERT INTO outgoing_mail (tenant_id, cause, recipient, address, kind, language, subject, html, plain, message_id, thread, unsubscribe,
            attachments, secret, made, expires, since, next_try)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $15, $15)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>
    /// The statement that queues it, for a batch or a transaction that has named the mail's tenant: a member of
    /// <see cref="AppendBatch.Alongside"/>, or in the work of an <see cref="Platform.Commands.Alongside"/>. Call <see cref="Wake"/> after the
    /// commit, or the sender finds it within <see cref="MailOptions.Look"/>.
    /// </summary>
    /// <exception cref="ArgumentException">A line break or other control character in subject or address, no single mailbox, or a secret that never ends.</exception>
    public NpgsqlBatchCommand Queueing(OutgoingMail mail)
    {
        Check(mail);
        return new(Insert)
        {
            Parameters =
            {
                Text(mail.Tenant), Text(mail.Cause), Text(mail.To.Key), Text(mail.To.Address), Text(mail.Kind), Text(mail.Letter.Language),
                Text(mail.Letter.Subject), Text(mail.Letter.Html), Text(mail.Letter.Plain),
                Text(MessageId("mail", mail.Tenant, mail.Cause, mail.To.Key)),
                Text(mail.Thread is { } thread ? MessageId("thread", mail.Tenant, thread) : null),
                Text(mail.Unsubscribe?.AbsoluteUri),
                new() { Value = JsonSerializer.Serialize(mail.Attachments), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new NpgsqlParameter<bool> { TypedValue = mail.Secret },
                Instant(clock.GetUtcNow()), Instant(mail.Expires),
            },
        };
    }

    /// <summary>Queues it in a transaction of its own and wakes the sender: for what no fact causes, as a sign-in link.</summary>
    /// <returns>False when that person has been told of that cause already.</returns>
    public async Task<bool> QueueAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var queueing = Queueing(mail);
        await using (var connection = await sources.App.OpenConnectionAsync(cancellation))
        await using (var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(mail.Tenant), queueing } })
            await batch.ExecuteNonQueryAsync(cancellation);
        Wake();
        return queueing.Rows == 1;
    }

    /// <summary>Queues it in the caller's transaction, which has named the tenant.</summary>
    /// <returns>False when that person has been told of that cause already.</returns>
    public async Task<bool> QueueAsync(OutgoingMail mail, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var queueing = Queueing(mail);
        await using var batch = new NpgsqlBatch(transaction.Connection!, transaction) { BatchCommands = { queueing } };
        await batch.ExecuteNonQueryAsync(cancellation);
        return queueing.Rows == 1;
    }

    /// <summary>Something was queued and is committed: this node's sender looks at once.</summary>
    public void Wake() => signal.Raise();

    /// <summary>Goes with a person who is forgotten: what waits is not sent, and no address and no word of any mail to them is left.</summary>
    public NpgsqlBatchCommand Forgetting(string tenant, string person) =>
        new("""
            UPDATE outgoing_mail SET address = '', subject = '', html = '', plain = '', last_error = NULL, failed = CASE WHEN sent IS NULL THEN coalesce(failed, $3) ELSE failed END
            WHERE tenant_id = $1 AND recipient = $2
            """)
        {
            Parameters = { Text(tenant), Text(person), Instant(clock.GetUtcNow()) },
        };

    private static void Check(OutgoingMail mail)
    {
        NoControl(mail.Letter.Subject, "subject");
        NoControl(mail.To.Address, "address");
        if (!Recipient.TryParse(mail.To.Address, out _))
            throw new ArgumentException("The address of a mail is not one single mailbox.", nameof(mail));
        if (mail.Secret && mail.Expires is null)
            throw new ArgumentException("A mail that holds a secret must say when the secret is of no more use.", nameof(mail));
    }

    /// <summary>A line break there would let whoever wrote the text add headers, and recipients, of their own.</summary>
    private static void NoControl(string text, string where)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\0', '\u001f');
        if (at >= 0 || text.Contains('\u007f', StringComparison.Ordinal))
            throw new ArgumentException(FormattableString.Invariant($"The {where} of a mail holds a control character (U+{(at < 0 ? 0x7f : text[at]):X4}): headers could be forged with it."), where);
    }

    /// <summary>The same for the same mail, wherever and however often it is made: a mail handed over twice is seen to be one.</summary>
    private string MessageId(params ReadOnlySpan<string?> of) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', of)))[..16])}@{settings.From.Host}>";

    private static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Instant(DateTimeOffset? value) => new() { Value = (object?)value?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
