using MimeKit;

namespace Initiatives.Api.Mail;

/// <summary>Who takes mail from us: a mail server, or a directory.</summary>
internal interface IMailTransport
{
    /// <summary>For the log and the operator's page: where mail goes, without any password.</summary>
    string Where { get; }

    /// <summary>Hands over one mail. It throws for bugs only.</summary>
    Task<HandOver> HandOverAsync(MailToSend mail, MimeMessage message);
}

/// <summary>What came of handing a mail over.</summary>
internal abstract record HandOver
{
    private HandOver() { }

    /// <summary>It is the other side's now.</summary>
    public sealed record Taken : HandOver;

    /// <summary>Not now.</summary>
    /// <param name="ServerAway">Nothing was said about this mail: all the others would fare the same.</param>
    public sealed record Later(string Why, bool ServerAway) : HandOver;

    /// <summary>Never.</summary>
    public sealed record Refused(string Why) : HandOver;
}
