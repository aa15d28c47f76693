using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.EventStore;
using MimeKit;
using Npgsql;

namespace Initiatives.Api.Features.Operations;

/// <summary>
/// GET /drift/post/{mail}: what a mail says, where mails are files on this machine because it has no mail server: to try the service, and
/// by somebody who can open those files anyway. Where there is a mail server nobody but the recipient reads one.
/// </summary>
internal static class ReadLetter
{
    public static bool IsOffered(MailSettings settings) => settings is { Smtp: null, Folder: not null };

    public static async Task<IResult> Handle(long mail, PageDesk desk, MailSettings settings, EventStoreDataSources sources)
    {
        if (!IsOffered(settings)) return desk.NotFound();
        await using var command = sources.System.CreateCommand("SELECT made, message_id, subject, address FROM outgoing_mail WHERE id = $1 AND sent IS NOT NULL");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = mail });
        await using var row = await command.ExecuteReaderAsync(desk.Cancellation);
        if (!await row.ReadAsync(desk.Cancellation)) return desk.NotFound();
        var file = Path.Combine(settings.Folder!, PickupFolder.NameOf(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1)));
        if (!File.Exists(file)) return desk.NotFound();
        var text = (await MimeMessage.LoadAsync(file, desk.Cancellation)).TextBody ?? "";
        return PageDesk.Set<LetterPage>(new LetterView(desk.Frame(row.GetString(2), new Crumb(desk.Texts["Ops.Title"], ShowOperations.Path)), row.GetString(3), text));
    }
}

public sealed record LetterView(Frame Frame, string To, string Text);
