using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;

namespace Initiatives.Api.Mail;

/// <summary>
/// A directory that takes mail as .eml files, which any mail program opens: where an installation has no mail server, and where
/// one is tried. A file appears whole, once for each mail however often it is handed over, and only the service's user reads it.
/// </summary>
internal sealed partial class PickupFolder(string directory) : IMailTransport
{
    public string Where => directory;

    public Task<HandOver> HandOverAsync(MailToSend mail, MailMessage message)
    {
        try
        {
            Write(mail, message);
            return Task.FromResult<HandOver>(new HandOver.Taken());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<HandOver>(new HandOver.Later(e.Message, ServerAway: true));
        }
    }

    /// <summary>As they were made, then by Message-ID: the same mail has the same name.</summary>
    internal static string NameOf(MailToSend mail) => NameOf(mail.Made, mail.MessageId);

    internal static string NameOf(DateTimeOffset made, string messageId) =>
        $"{made.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{messageId[1..17]}.eml";

    private void Write(MailToSend mail, MailMessage message)
    {
        // Beside the directory that is looked at, on the same disk: a file moves in whole.
        var drafts = Directory.CreateDirectory(Path.Combine(directory, ".drafts", mail.Claim.ToString("N")), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = drafts.FullName })
                client.Send(message);
            var draft = drafts.EnumerateFiles("*.eml").Single().FullName;
            File.WriteAllText(draft, AsReceived(File.ReadAllText(draft, Encoding.Latin1), mail.Made), Encoding.Latin1);
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(draft, Path.Combine(directory, NameOf(mail)), overwrite: true);
        }
        finally
        {
            drafts.Delete(recursive: true);
        }
    }

    /// <summary>
    /// Without the two headers that a relay would read and take away, and dated when it was made: SmtpClient writes the machine's own
    /// time, which is not the installation's where years are tried in minutes.
    /// </summary>
    private static string AsReceived(string text, DateTimeOffset made)
    {
        var date = made.ToUniversalTime().ToString("'Date: 'ddd, dd MMM yyyy HH':'mm':'ss '+0000\r\n'", CultureInfo.InvariantCulture);
        return ForRelays().Replace(text, found => found.Groups["dated"].Success ? date : "", count: 3);
    }

    /// <summary>A header with the lines it is folded over; the first of each name stands in the message's own head.</summary>
    [GeneratedRegex(@"^(?:X-Sender|X-Receiver|(?<dated>Date)):.*\r\n(?:[ \t].*\r\n)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex ForRelays();
}
