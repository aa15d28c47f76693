using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Initiatives.Api.Features.Packs;

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
    /// <exception cref="NotIssuedYet">It goes with an edition that is not there yet.</exception>
    /// <exception cref="FormatException">A header cannot hold what it was given; the queue takes no such mail.</exception>
    public async Task<MailMessage> WriteAsync(MailToSend mail, CancellationToken cancellation)
    {
        var message = new MailMessage(settings.From, new MailAddress(mail.Address))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.AlternateViews.Add(View(mail.Plain, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Content-Language", mail.Language);
        // RFC 3834, and what Exchange reads instead: no machine answers that its owner is on holiday.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (mail.Thread is { } thread)
        {
            message.Headers.Add("In-Reply-To", thread);
            message.Headers.Add("References", thread);
        }
        if (mail.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe}>");
            // RFC 8058: the mail program may ask for it by itself, with a POST.
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        foreach (var attached in mail.Attachments)
            message.Attachments.Add(await AttachAsync(mail.Tenant, attached, cancellation));
        return message;
    }

    /// <summary>The PDF; where the machine could not print it, the edition's own page, which carries all it needs in itself.</summary>
    private async Task<Attachment> AttachAsync(string tenant, EditionAttached attached, CancellationToken cancellation)
    {
        if (await editions.FindAsync(tenant, attached.Edition, cancellation) is not { } edition)
            throw Edition.TryParse(attached.Edition, out var parts) && PackKind.Named(parts.Kind) is not null
                ? new NotIssuedYet(attached.Edition)
                : new InvalidOperationException($"There is no edition {attached.Edition} to attach.");
        return await editions.PdfAsync(tenant, edition, cancellation) is { } pdf
            ? new Attachment(new MemoryStream(pdf), attached.Name, MediaTypeNames.Application.Pdf)
            : new Attachment(new MemoryStream(await editions.HtmlAsync(tenant, edition, cancellation)), Path.ChangeExtension(attached.Name, ".html"), MediaTypeNames.Text.Html);
    }

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }
}
