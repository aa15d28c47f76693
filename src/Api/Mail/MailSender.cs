using Microsoft.Extensions.Options;
using Npgsql;

namespace Initiatives.Api.Mail;

/// <summary>
/// Hands queued mail over, on every node at once: the queue gives each mail to one of them. What is being handed over when the
/// service is told to stop is handed over to its end.
/// </summary>
internal sealed partial class MailSender(
    MailQueue queue, MessageWriter writer, MailSettings settings, PublicAddress address, MailSignal signal, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailSender> logger)
    : BackgroundService
{
    /// <summary>A server that did not answer is asked again at least this often: it may be back any moment.</summary>
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromMinutes(15);

    private readonly IMailTransport? transport =
        settings.Smtp is { } smtp ? new SmtpTransport(smtp, options)
        : settings.Folder is { } folder ? new PickupFolder(folder)
        : null;

    private volatile bool away;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Send)
            return;
        if (transport is null)
        {
            LogNowhere(MailSettings.Server, MailSettings.Pickup);
            return;
        }
        LogWhere(transport.Where);
        if (settings.Smtp is not null && !address.IsGiven)
            LogNoAddress(PublicAddress.Setting);
        await Task.WhenAll(Enumerable.Range(0, options.Value.Lanes).Select(_ => LaneAsync(transport, stoppingToken)));
    }

    private async Task LaneAsync(IMailTransport to, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            // Taken before looking: what is queued meanwhile is not missed.
            var woken = signal.Next;
            if (!await SendOneAsync(to, stopping))
                await Task.WhenAny(woken, Task.Delay(options.Value.Look, clock, stopping));
        }
    }

    /// <returns>False when there is nothing to do just now.</returns>
    private async Task<bool> SendOneAsync(IMailTransport to, CancellationToken stopping)
    {
        MailToSend? mail;
        try
        {
            mail = await queue.ClaimAsync(clock.GetUtcNow(), options.Value.Lease, stopping);
        }
        catch (NpgsqlException e)
        {
            LogDatabase(e.Message);
            return false;
        }
        if (mail is null)
            return false;
        if (mail.Again)
            LogAgain(mail.Id, mail.MessageId);
        var handOver = mail.Expires <= clock.GetUtcNow() ? null : await HandOverAsync(to, mail);
        Tell(to, handOver);
        await KeepAsync(mail, handOver, stopping);
        return handOver is not HandOver.Later { ServerAway: true };
    }

    private async Task<HandOver> HandOverAsync(IMailTransport to, MailToSend mail)
    {
        try
        {
            using var message = await writer.WriteAsync(mail, CancellationToken.None);
            return await to.HandOverAsync(mail, message);
        }
        catch (Exception e) when (e is NpgsqlException or NotIssuedYet)
        {
            return new HandOver.Later(e.Message, ServerAway: false);
        }
        catch (Exception bug) when (bug is FormatException or ArgumentException or InvalidOperationException)
        {
            // One mail that cannot be written must not stop the others, nor the service; the operator sees it among the failed.
            LogBug(bug, mail.Id);
            return new HandOver.Refused(bug.Message);
        }
    }

    /// <summary>
    /// Keeps what came of it. A database that is away just now is waited for: what was handed over and not noted down is
    /// handed over again.
    /// </summary>
    private async Task KeepAsync(MailToSend mail, HandOver? handOver, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await WriteDownAsync(mail, handOver);
                return;
            }
            catch (NpgsqlException e) when (!stopping.IsCancellationRequested)
            {
                LogDatabase(e.Message);
                await Task.WhenAny(Task.Delay(options.Value.Look, clock, stopping));
            }
        }
    }

    /// <param name="handOver">Null when it had expired.</param>
    private async Task WriteDownAsync(MailToSend mail, HandOver? handOver)
    {
        var now = clock.GetUtcNow();
        switch (handOver)
        {
            case null:
                LogFailed(mail.Id, mail.Kind);
                await queue.FailedAsync(mail, now, others: null, "It was of no more use before it could be sent.", expired: true, CancellationToken.None);
                break;
            case HandOver.Taken:
                LogSent(mail.Id, mail.Kind, mail.MessageId);
                if (await queue.SentAsync(mail, now, CancellationToken.None) > 0)
                    signal.Raise();
                break;
            case HandOver.Later { Why: var why, ServerAway: var serverAway }:
                var next = Pauses.Next(mail.Tries + 1, mail.Since, now);
                DateTimeOffset? others = serverAway ? Sooner(next, now + LongestPutOff) : null;
                LogPutOff(mail.Id, mail.Kind);
                if (next is { } at)
                    await queue.PutOffAsync(mail, others ?? at, others, why, CancellationToken.None);
                else
                    await queue.FailedAsync(mail, now, others, why, expired: false, CancellationToken.None);
                break;
            case HandOver.Refused { Why: var why }:
                LogFailed(mail.Id, mail.Kind);
                await queue.FailedAsync(mail, now, others: null, why, expired: false, CancellationToken.None);
                break;
        }
    }

    /// <summary>A server that comes and goes is told of once each way, not with every mail.</summary>
    private void Tell(IMailTransport to, HandOver? handOver)
    {
        if (handOver is HandOver.Later { ServerAway: true, Why: var why } && !away)
        {
            away = true;
            LogAway(to.Where, why);
        }
        else if (handOver is HandOver.Taken && away)
        {
            away = false;
            LogBack(to.Where);
        }
    }

    private static DateTimeOffset Sooner(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    [LoggerMessage(LogLevel.Information, "Mail goes to {Where}.")]
    private partial void LogWhere(string where);

    [LoggerMessage(LogLevel.Warning, "Mail is queued and not sent: neither {Server} nor {Folder} is set.")]
    private partial void LogNowhere(string server, string folder);

    [LoggerMessage(LogLevel.Warning, "{Setting} is not set: links in mails lead to the address this node listens on.")]
    private partial void LogNoAddress(string setting);

    [LoggerMessage(LogLevel.Information, "Mail {Id} ({Kind}) was handed over as {MessageId}.")]
    private partial void LogSent(long id, string kind, string messageId);

    [LoggerMessage(LogLevel.Debug, "Mail {Id} ({Kind}) waits.")]
    private partial void LogPutOff(long id, string kind);

    [LoggerMessage(LogLevel.Warning, "Mail {Id} ({Kind}) is given up; the list of mail says why.")]
    private partial void LogFailed(long id, string kind);

    [LoggerMessage(LogLevel.Warning, "Mail {Id} was being handed over when its sender was last heard of; it is handed over again as {MessageId}.")]
    private partial void LogAgain(long id, string messageId);

    [LoggerMessage(LogLevel.Warning, "{Where} takes no mail; it is tried again. {Why}")]
    private partial void LogAway(string where, string why);

    [LoggerMessage(LogLevel.Information, "{Where} takes mail again.")]
    private partial void LogBack(string where);

    [LoggerMessage(LogLevel.Error, "Mail {Id} cannot be written.")]
    private partial void LogBug(Exception bug, long id);

    [LoggerMessage(LogLevel.Warning, "The queue of mail is looked at a little later: {Reason}")]
    private partial void LogDatabase(string reason);
}
