using System.Net.Mime;
using System.Text;
using Initiatives.Api.Features.Packs;
using MimeKit;
using MimeKit.Text;

namespace Initiatives.Api.Mail;

/// <summary>A mail as the queue gave it to whoever is to hand it over.</summary>
/// <param name="Claim">Proof that the queue gave it to us: what came of it is kept only while that holds.</param>
/// <param name="Again">Somebody began to hand it over and was not heard of again: the recipient may get it twice, under the same Message-ID.</param>
internal sealed record MailToSend(
    string Tenant, long Id, Guid Claim, bool Again, string Kind, string Language, string Address, string Subject, string Html, string Plain,
    string MessageId, string? Thread, string? Unsubscribe, IReadOnlyList<EditionAttached> Attachments,
    DateTimeOffset Made, DateTimeOffset Since, DateTimeOffset? Expires, int Tries);

/// <summary>A mail goes with an edition that its job has still to make: it waits for it.</summary>
internal sealed class NotIssuedYet(string edition) : Exception($"{edition} is to be attached, and has not been issued yet.");

/// <summary>From a queued row to a message as RFC 5322 has it: plain text and HTML side by side, and the headers that say what it is.</summary>
internal sealed class MessageWriter(MailSettings settings, Editions editions)
{
    /// <summary>Lines end as they do on the wire, in a file too.</summary>
    public static FormatOptions Format { get; } = MakeFormat();

    /// <exception cref="NotIssuedYet">It goes with an edition that is not there yet.</exception>
    /// <exception cref="FormatException">A header cannot hold what it was given; the queue takes no such mail.</exception>
    public async Task<MimeMessage> WriteAsync(MailToSend mail, CancellationToken cancellation)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            MessageId = mail.MessageId,
            // When it was made and not when it is handed over: tried again it is the same mail.
            Date = mail.Made.ToUniversalTime(),
        };
        message.From.Add(new MailboxAddress(settings.From.DisplayName, settings.From.Address));
        message.To.Add(new MailboxAddress("", mail.Address));
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        // RFC 3834, and what Exchange reads instead: no machine answers that its owner is on holiday.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (mail.Thread is { } thread)
        {
            message.Headers.Add(HeaderId.InReplyTo, thread);
            message.Headers.Add(HeaderId.References, thread);
        }
        if (mail.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            // RFC 8058: the mail program may ask for it by itself, with a POST.
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
        MimeEntity text = new MultipartAlternative(View(mail.Plain, TextFormat.Plain), View(mail.Html, TextFormat.Html));
        message.Body = mail.Attachments.Count == 0 ? text : new Multipart("mixed", [text, .. await AttachAllAsync(mail, cancellation)]);
        return message;
    }

    private async Task<List<MimePart>> AttachAllAsync(MailToSend mail, CancellationToken cancellation)
    {
        var parts = new List<MimePart>();
        foreach (var attached in mail.Attachments) parts.Add(await AttachAsync(mail.Tenant, attached, cancellation));
        return parts;
    }

    /// <summary>The PDF; where the machine could not print it, the edition's own page, which carries all it needs in itself.</summary>
    private async Task<MimePart> AttachAsync(string tenant, EditionAttached attached, CancellationToken cancellation)
    {
        if (await editions.FindAsync(tenant, attached.Edition, cancellation) is not { } edition)
            throw Edition.TryParse(attached.Edition, out var parts) && PackKind.Named(parts.Kind) is not null
                ? new NotIssuedYet(attached.Edition)
                : new InvalidOperationException($"There is no edition {attached.Edition} to attach.");
        return await editions.PdfAsync(tenant, edition, cancellation) is { } pdf
            ? Attach(pdf, attached.Name, MediaTypeNames.Application.Pdf)
            : Attach(await editions.HtmlAsync(tenant, edition, cancellation), Path.ChangeExtension(attached.Name, ".html"), MediaTypeNames.Text.Html);
    }

    private static MimePart Attach(byte[] content, string name, string type) => new(type)
    {
        Content = new MimeContent(new MemoryStream(content)),
        ContentDisposition = new MimeKit.ContentDisposition(MimeKit.ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = name,
    };

    private static TextPart View(string text, TextFormat format)
    {
        var view = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        view.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return view;
    }

    private static FormatOptions MakeFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
