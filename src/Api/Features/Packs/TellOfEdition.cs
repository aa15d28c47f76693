using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Packs;

/// <summary>
/// Mails an edition to those who have a seat in its forum on the day, and whoever stands in for them: once, however many nodes do it and
/// however often.
/// </summary>
internal sealed class TellOfEdition(ClusterReader records, PeopleRegister people, LetterPress press, Mailings mailings, PublicAddress address, TimeProvider time)
{
    public static string CauseOf(Edition edition) => $"edition/{edition.Id}";

    /// <param name="Sent">Mails that were queued now; null when the edition had been told of.</param>
    /// <param name="Seated">How many it was for.</param>
    /// <param name="WithoutMail">Ids of those among them who have no address.</param>
    public sealed record Told(int? Sent, int Seated, IReadOnlyList<string> WithoutMail);

    public async Task<Told> HandleAsync(string cluster, Edition edition, CancellationToken cancellation)
    {
        if (await records.ReadUpToAsync(cluster, edition.CutOff, edition.IssuedAt, cancellation) is not { } record || record.Cluster.Forum(edition.Forum) is not { } forum)
            throw new InvalidOperationException($"{edition.Id} was issued for a forum that its own record does not hold.");
        var today = Clock.Day(time.GetUtcNow(), record.Cluster.TimeZone);
        var seated = new Addressees(await people.ReadAsync(cluster, cancellation), today).Of(forum).ToList();
        var instead = edition.Meeting is { } meeting && record.Calendar.Find(meeting) is { IsCancelled: true };
        var pack = new PackLetter.Pack(
            record.Cluster.Name, forum.Name, edition.MeetingOn, LocalInstant.Day(edition.IssuedAt, record.Cluster.TimeZone), edition.Number, edition.Why,
            address.Of($"/rapporter/{edition.Id}?{QueryNames.Cluster}={Uri.EscapeDataString(cluster)}"), PackDigest.Of(edition.Kind, record, edition.Printed)) { InsteadOfMeeting = instead };
        var letters = new Dictionary<string, SetLetter>(StringComparer.Ordinal);
        foreach (var language in seated.Where(s => s.To is not null).Select(s => s.Person.Language).Distinct())
            letters.Add(language, await press.SetAsync(PackLetter.Of(language, pack)));

        var mails = seated.Where(s => s.To is not null).Select(s => new MailWithLinks(Mail(cluster, edition, record, instead, s.To!, letters[s.Person.Language]), [])).ToList();
        var without = seated.Where(s => s.To is null).Select(s => s.Person.Id).ToList();
        return new(await mailings.MakeAsync(new(cluster, CauseOf(edition), mails, seated.Count == 0 ? [forum.Id] : without), cancellation), seated.Count, without);
    }

    private static OutgoingMail Mail(string cluster, Edition edition, ClusterRecord record, bool instead, Recipient to, SetLetter letter) => new(cluster, PackLetter.Kind, CauseOf(edition), to, letter)
    {
        Thread = $"meeting/{edition.Occasion}",
        // What stands in for a meeting may be sent after its day.
        Expires = instead ? null : edition.MeetingOn is { } on ? Clock.EndOf(on, record.Cluster.TimeZone) : null,
        Attachments = [new(edition.Id, $"{edition.Id.Replace('.', '-')}.pdf")],
    };
}
