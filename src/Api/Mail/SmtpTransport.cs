using System.Net.Mail;
using System.Security.Authentication;
using Microsoft.Extensions.Options;

namespace Initiatives.Api.Mail;

/// <summary>
/// A mail server, over STARTTLS with sign-in. A connection for each mail: they are few, and one that was kept may have been
/// closed by the other side in the meantime.
/// </summary>
internal sealed class SmtpTransport(SmtpServer server, IOptions<MailOptions> options) : IMailTransport
{
    public string Where => $"{server.Host}:{server.Port}";

    public Task<HandOver> HandOverAsync(MailToSend mail, MailMessage message) =>
        // On a thread of its own and not through SendMailAsync: that ignores Timeout, and takes a connection lost while the server's
        // last answer is awaited for success, which loses the mail.
        Task.Factory.StartNew(() => Send(message), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private HandOver Send(MailMessage message)
    {
        using var client = new SmtpClient(server.Host, server.Port)
        {
            EnableSsl = server.StartTls,
            Credentials = server.Credentials,
            Timeout = (int)options.Value.Patience.TotalMilliseconds,
        };
        try
        {
            client.Send(message);
            return new HandOver.Taken();
        }
        catch (AuthenticationException untrusted)
        {
            return new HandOver.Later($"{Where}: {untrusted.Message}", ServerAway: true);
        }
        catch (SmtpException e)
        {
            return Told((int)e.StatusCode, e is SmtpFailedRecipientException, Words(e));
        }
    }

    /// <summary>
    /// A 5xx is for good, RFC 5321, 4.2.1. But not one that tells us that we have not signed in or have said something that was
    /// not understood (500 to 504, 530 to 538): every mail would get it, and it is the operator's to mend. A 4xx about the
    /// recipient is about this mail; any other may be about the server, as 421 is.
    /// </summary>
    /// <param name="status">-1 when the server said nothing.</param>
    private static HandOver Told(int status, bool aboutRecipient, string words) => status switch
    {
        (>= 500 and <= 504) or (>= 530 and <= 538) => new HandOver.Later(words, ServerAway: true),
        >= 500 => new HandOver.Refused(words),
        450 or 451 or 452 => new HandOver.Later(words, ServerAway: false),
        >= 400 => new HandOver.Later(words, ServerAway: !aboutRecipient),
        _ => new HandOver.Later(words, ServerAway: true),
    };

    private string Words(Exception e) =>
        $"{Where}: {string.Join(" ", Causes(e).Select(c => c.Message).Distinct())}";

    private static IEnumerable<Exception> Causes(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
            yield return e;
    }
}
