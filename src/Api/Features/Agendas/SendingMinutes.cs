using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Npgsql;

namespace Initiatives.Api.Features.Agendas;

/// <summary>
/// When minutes are sent, the mails are queued in the same transaction: to each member of the forums that the fact names, once; and
/// whom they do not reach is noted with them. The same minutes to the same person are one mail, however often this runs: sent again, they go to
/// those whom they had not reached.
/// </summary>
internal sealed class SendingMinutes(PeopleRegister people, LetterPress press, Mailings mailings, Outbox outbox, DeclinedMail declined, PublicAddress address, TimeProvider time) : Alongside
{
    private const string States = "SELECT stream_id, data FROM stream_states WHERE tenant_id = $1 AND stream_id = ANY ($2)";

    /// <summary>Minutes go to a person once, so a meeting's id names what was sent of it.</summary>
    public static string CauseOf(string meeting) => $"minutes/{meeting}";

    public override bool Concerns(object fact) => fact is MinutesSent or MinutesSentAgain;

    public override async Task RunAsync(string tenant, IReadOnlyList<object> facts, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        foreach (var sent in facts.OfType<AgendaEvent>().Where(Concerns))
            await mailings.MakeAsync(await WriteAsync(tenant, sent, transaction, cancellation), transaction, cancellation);
    }

    public override void Committed() => outbox.Wake();

    private async Task<Mailing> WriteAsync(string tenant, AgendaEvent sent, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var (cluster, meeting, agenda) = await ReadAsync(tenant, sent.Meeting, transaction, cancellation);
        var decisions = await DecisionsAsync(tenant, meeting.Id, transaction, cancellation);
        var addressees = new Addressees(await people.ReadAsync(tenant, cancellation), Clock.Day(time.GetUtcNow(), cluster.TimeZone));
        var (cause, only) = (CauseOf(meeting.Id), (sent as MinutesSentAgain)?.To);
        var forums = agenda.SentTo!.Select(cluster.Forum).OfType<Forum>().Select(forum => (forum.Id, Seated: addressees.Of(forum).ToList())).ToList();
        var own = forums.Where(f => f.Id == meeting.Forum).SelectMany(f => f.Seated).Select(a => a.Person.Id).ToHashSet();
        // For information only: who does without is neither written to nor missed.
        var without = (await DeclinedMail.WhoAsync(tenant, Voluntary.MinutesForInformation, transaction, cancellation)).Where(id => !own.Contains(id)).ToHashSet();
        var mails = new List<MailWithLinks>();
        foreach (var (person, to) in forums.SelectMany(f => f.Seated).DistinctBy(a => a.Person.Id).Where(a => !without.Contains(a.Person.Id) && (only?.Contains(a.Person.Id) ?? true)))
        {
            if (to is null) continue;
            var decline = own.Contains(person.Id) ? null : declined.Link(new(tenant, person.Id, Voluntary.MinutesForInformation), person.Language);
            var letter = MinutesLetter.Of(
                person.Language, cluster.Name, cluster.Forum(meeting.Forum)?.Name ?? meeting.Forum, meeting, agenda.Minutes!, decline, address.Of($"/moeder/{meeting.Id}/referat?{QueryNames.Cluster}={Uri.EscapeDataString(tenant)}"));
            mails.Add(new(new OutgoingMail(tenant, MinutesLetter.Kind, cause, to, await press.SetAsync(letter)) { Thread = $"meeting/{meeting.Id}", Unsubscribe = decline, Attachments = [decisions] }, []));
        }
        var settled = mails.Select(m => m.Mail.To.Key).Concat(without).ToHashSet();
        if (only is not null)
        {
            // A forum that had no members is reached with the first of them.
            var left = (await Mailings.StillUnreachedAsync(tenant, cause, transaction, cancellation)).Where(id => !settled.Contains(id) && !forums.Any(f => f.Id == id && f.Seated.Exists(a => settled.Contains(a.Person.Id))));
            return new(tenant, FormattableString.Invariant($"{cause}/{agenda.SentAgain.Count}"), mails, [.. left]);
        }
        return new(tenant, cause, mails, [.. forums.Where(f => f.Seated.Count == 0).Select(f => f.Id), .. forums.SelectMany(f => f.Seated).Select(a => a.Person.Id).Distinct().Where(id => !settled.Contains(id))]);
    }

    // The newest edition; while its job has still to make the first, the mail waits for that.
    private static async Task<EditionAttached> DecisionsAsync(string tenant, string meeting, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(max(edition), 1) FROM editions WHERE tenant_id = $1 AND kind = $2 AND occasion = $3", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = tenant }, new() { Value = PackKind.Decisions.Name }, new() { Value = meeting } },
        };
        var edition = FormattableString.Invariant($"{PackKind.Decisions.Name}.{meeting}.{await command.ExecuteScalarAsync(cancellation)}");
        return new(edition, $"{edition.Replace('.', '-')}.pdf");
    }

    // As they stand in this transaction, which has written them.
    private static async Task<(Cluster Cluster, Meeting Meeting, Agenda Agenda)> ReadAsync(
        string tenant, string meeting, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var agenda = Streams.Agenda(meeting);
        await using var command = new NpgsqlCommand(States, transaction.Connection, transaction)
        {
            Parameters = { new() { Value = tenant }, new() { Value = new[] { Streams.Cluster, Streams.Calendar, agenda } } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var states = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellation)) states[reader.GetString(0)] = reader.GetString(1);
        return (
            Noun.Cluster.Read(states[Streams.Cluster]),
            Noun.Calendar.Read(states[Streams.Calendar]).Find(meeting) ?? throw new InvalidOperationException($"{meeting} is not in the calendar."),
            Noun.Agenda.Read(states[agenda]) is { IsFrozen: true, SentTo: not null } sent ? sent : throw new InvalidOperationException($"The minutes of {meeting} are not sent."));
    }
}
