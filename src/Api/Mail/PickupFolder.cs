using System.Globalization;
using MimeKit;

namespace Initiatives.Api.Mail;

/// <summary>
/// A directory that takes mail as .eml files, which any mail program opens: where an installation has no mail server, and where
/// one is tried. A file appears whole, once for each mail however often it is handed over, and only the service's user reads it.
/// </summary>
internal sealed class PickupFolder(string directory) : IMailTransport
{
    public string Where => directory;

    public async Task<HandOver> HandOverAsync(MailToSend mail, MimeMessage message)
    {
        try
        {
            await WriteAsync(mail, message);
            return new HandOver.Taken();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new HandOver.Later(e.Message, ServerAway: true);
        }
    }

    /// <summary>As they were made, then by Message-ID: the same mail has the same name.</summary>
    internal static string NameOf(MailToSend mail) => NameOf(mail.Made, mail.MessageId);

    internal static string NameOf(DateTimeOffset made, string messageId) =>
        $"{made.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{messageId[1..17]}.eml";

    private async Task WriteAsync(MailToSend mail, MimeMessage message)
    {
        // Beside the directory that is looked at, on the same disk: a file moves in whole.
        var drafts = Directory.CreateDirectory(Path.Combine(directory, ".drafts"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var draft = Path.Combine(drafts.FullName, mail.Claim.ToString("N"));
        try
        {
            var file = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            await using (var stream = new FileStream(draft, file)) await message.WriteToAsync(MessageWriter.Format, stream);
            File.Move(draft, Path.Combine(directory, NameOf(mail)), overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
