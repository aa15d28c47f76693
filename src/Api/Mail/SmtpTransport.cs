using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Initiatives.Api.Mail;

/// <summary>
/// A mail server, over TLS with sign-in. A connection for each mail: they are few, and one that was kept may have been
/// closed by the other side in the meantime.
/// </summary>
internal sealed class SmtpTransport(SmtpServer server, IOptions<MailOptions> options) : IMailTransport
{
    public string Where => $"{server.Host}:{server.Port}";

    public async Task<HandOver> HandOverAsync(MailToSend mail, MimeMessage message)
    {
        // The whole of it, however slowly the other side answers each line.
        using var patience = new CancellationTokenSource(options.Value.Patience);
        // Closed inner networks reach no certificate authority to ask, and would then take no mail server's word.
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            await client.ConnectAsync(server.Host, server.Port, server.Security, patience.Token);
            if (server.Credentials is { } credentials) await client.AuthenticateAsync(credentials, patience.Token);
            await client.SendAsync(message, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return Away($"No answer within {options.Value.Patience.TotalSeconds:0} s.");
        }
        catch (SmtpCommandException e)
        {
            return Told((int)e.StatusCode, e.ErrorCode is SmtpErrorCode.RecipientNotAccepted, Words(e));
        }
        catch (Exception e) when (e is SmtpProtocolException or SslHandshakeException or AuthenticationException or ServiceNotAuthenticatedException or NotSupportedException
            or IOException or SocketException)
        {
            return Away(e.Message);
        }
        await LeaveAsync(client, patience.Token);
        return new HandOver.Taken();
    }

    /// <summary>The mail is the server's by now, whatever becomes of the goodbye.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken patience)
    {
        try
        {
            await client.DisconnectAsync(quit: true, patience);
        }
        catch (Exception e) when (e is OperationCanceledException or SmtpCommandException or SmtpProtocolException or IOException or SocketException)
        {
        }
    }

    /// <summary>
    /// A 5xx is for good, RFC 5321, 4.2.1. But not one that tells us that we have not signed in or have said something that was
    /// not understood (500 to 504, 530 to 538): every mail would get it, and it is the operator's to mend. A 4xx about the
    /// recipient is about this mail; any other may be about the server, as 421 is.
    /// </summary>
    private static HandOver Told(int status, bool aboutRecipient, string words) => status switch
    {
        (>= 500 and <= 504) or (>= 530 and <= 538) => new HandOver.Later(words, ServerAway: true),
        >= 500 => new HandOver.Refused(words),
        450 or 451 or 452 => new HandOver.Later(words, ServerAway: false),
        >= 400 => new HandOver.Later(words, ServerAway: !aboutRecipient),
        _ => new HandOver.Later(words, ServerAway: true),
    };

    private HandOver.Later Away(string why) => new($"{Where}: {why}", ServerAway: true);

    private string Words(SmtpCommandException e) => $"{Where}: {(int)e.StatusCode} {e.Message}";
}
