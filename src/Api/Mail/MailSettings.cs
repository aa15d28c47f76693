using System.Net;
using System.Net.Mail;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Postgres;
using MailKit.Security;

namespace Initiatives.Api.Mail;

/// <summary>Where mail goes and who it is from, as the operator said it.</summary>
/// <param name="From">The sender of all mail; the part after @ also stands in every Message-ID.</param>
/// <param name="Smtp">Null: mail goes to <paramref name="Folder"/>.</param>
/// <param name="Folder">Null too: mail is queued, and waits for one of the two to be set.</param>
internal sealed record MailSettings(MailAddress From, SmtpServer? Smtp, string? Folder)
{
    public const string Server = "INITIATIVES_SMTP";

    public const string Sender = "INITIATIVES_MAIL_FROM";

    /// <summary>A directory of its own choice; also where the embedded database is in use and no mail server is named.</summary>
    public const string Pickup = "INITIATIVES_MAIL_FOLDER";

    /// <exception cref="OperatorFault">A setting cannot be read, or would send a password in the clear.</exception>
    public static MailSettings Read(IConfiguration settings)
    {
        var smtp = settings[Server] is { Length: > 0 } server ? SmtpServer.Read(server) : null;
        var folder = settings[Pickup] is { Length: > 0 } told ? told
            : DatabaseServer.IsGiven(settings) ? null
            : Path.Combine(DatabaseServer.DirectoryOf(settings), "mail");
        return new(ReadFrom(settings, smtp), smtp, folder is null ? null : Path.GetFullPath(folder));
    }

    private static MailAddress ReadFrom(IConfiguration settings, SmtpServer? smtp)
    {
        if (settings[Sender] is { Length: > 0 } told)
        {
            if (!told.Any(char.IsControl) && MailAddress.TryCreate(told, out var from))
                return from;
            throw new OperatorFault("mail-from-malformed",
                $"{Sender} er ingen mailadresse. Skriv den som: Initiatives <initiatives@eksempel.dk>",
                $"{Sender} is no mail address. Write it as: Initiatives <initiatives@example.org>");
        }
        if (smtp is not null)
        {
            throw new OperatorFault("mail-from-missing",
                $"{Server} er sat, men ikke, hvem mails er fra. Angiv {Sender}, fx: Initiatives <initiatives@eksempel.dk>",
                $"{Server} is set, but not who mail is from. Give {Sender}, e.g.: Initiatives <initiatives@example.org>");
        }
        return new MailAddress("initiatives@localhost", "Initiatives");
    }
}

/// <param name="Security">The connection is encrypted before anything is said, or nothing is said at all; unless the operator said never.</param>
internal sealed record SmtpServer(string Host, int Port, SecureSocketOptions Security, NetworkCredential? Credentials)
{
    /// <summary>Where mail is submitted (RFC 6409).</summary>
    private const int Submission = 587;

    /// <summary>The same with TLS from the first byte (RFC 8314).</summary>
    private const int Submissions = 465;

    /// <param name="told">
    /// <c>smtp://user:password@host:587?starttls=always</c> or <c>smtps://user:password@host:465</c>; what is not a letter, a digit or one of
    /// -._~ in user and password as %xx.
    /// </param>
    /// <exception cref="OperatorFault">The value cannot be read, or would send a password in the clear.</exception>
    public static SmtpServer Read(string told)
    {
        // The value is never quoted: it holds a password.
        if (!Uri.TryCreate(told, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath.Length > 1
            || uri.UserInfo.Split(':') is not ([""] or [{ Length: > 0 }, { Length: > 0 }]) || SecurityOf(uri) is not { } security)
            throw Malformed();
        var credentials = uri.UserInfo.Length == 0 ? null : Credential(uri.UserInfo.Split(':'));
        if (credentials is not null && security == SecureSocketOptions.None && !uri.IsLoopback)
        {
            throw new OperatorFault("mail-password-in-clear",
                $"{MailSettings.Server} ville sende adgangskoden ukrypteret over nettet. Brug starttls=always, eller udelad bruger og adgangskode.",
                $"{MailSettings.Server} would send the password over the network in the clear. Use starttls=always, or leave user and password out.");
        }
        var usual = security == SecureSocketOptions.SslOnConnect ? Submissions : Submission;
        return new(uri.IdnHost, uri.Port < 0 ? usual : uri.Port, security, credentials);
    }

    // The compiler writes ToString for a record, with every member.
    public override string ToString() => $"{Host}:{Port}";

    private static NetworkCredential Credential(string[] parts) => new(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]));

    private static SecureSocketOptions? SecurityOf(Uri uri) => (uri.Scheme, uri.Query) switch
    {
        ("smtp", "" or "?starttls=always") => SecureSocketOptions.StartTls,
        ("smtp", "?starttls=never") => SecureSocketOptions.None,
        ("smtps", "") => SecureSocketOptions.SslOnConnect,
        _ => null,
    };

    private static OperatorFault Malformed() => new("mail-server-malformed",
        $"{MailSettings.Server} kan ikke læses. Skriv smtp://bruger:adgangskode@server:587?starttls=always eller smtps://bruger:adgangskode@server:465 (særtegn som %xx; starttls=never kun til en server på samme lukkede net).",
        $"{MailSettings.Server} cannot be read. Write smtp://user:password@server:587?starttls=always or smtps://user:password@server:465 (special characters as %xx; starttls=never only for a server on the same closed network).");
}
