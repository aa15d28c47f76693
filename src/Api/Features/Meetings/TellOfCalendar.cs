using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Meetings;

/// <summary>
/// Tells what has become of meetings since those they concern were last told: the forum's members, and whoever was asked for a status
/// by another day and has not given it. Each person in one mail; once, however many nodes do it and however often.
/// </summary>
internal sealed class TellOfCalendar(
    EventLog log, StandingReader standings, PeopleRegister people, LetterPress press, Mailings mailings, PublicAddress address, TimeProvider time)
{
    /// <returns>How many mails were queued; null when it had been told.</returns>
    public async Task<int?> HandleAsync(string cluster, CancellationToken cancellation)
    {
        // Whoever begins from the same place makes the same mailing: one of them does.
        var told = await mailings.ToldToAsync(cluster, cancellation);
        var facts = await log.ReadStreamAsync(cluster, Streams.Calendar, cancellation: cancellation);
        if (facts.Count == 0 || facts[^1].Version == told || await standings.ReadAsync(cluster, asOf: null, cancellation) is not { } standing)
            return null;
        var today = Clock.Day(time.GetUtcNow(), standing.Cluster.TimeZone);
        // The yearly calendar is known without being told: what changed is counted from the first fact that is to be.
        var known = facts.TakeWhile(f => f.Version <= told || !CalendarNews.IsNews((CalendarEvent)f.Data)).ToList();
        var since = facts.Skip(known.Count).Select(f => (CalendarEvent)f.Data).ToList();
        var news = CalendarNews.Between(Fold(known), Fold(facts), standing.Cluster, today);
        var concerned = Concerned(standing, news, new Addressees(await people.ReadAsync(cluster, cancellation), today));

        var cause = FormattableString.Invariant($"calendar-changes/{told}");
        var mails = new List<MailWithLinks>();
        foreach (var (to, items) in concerned.Where(c => c.To.To is not null))
            mails.Add(new(await WriteAsync(standing.Cluster, cause, to, [.. items.Select(i => i with { Reason = ReasonOf(since, i.News) })]), []));
        return await mailings.MakeAsync(
            new(cluster, cause, mails, [.. concerned.Where(c => c.To.To is null).Select(c => c.To.Person.Id)]) { ToldTo = facts[^1].Version }, cancellation);
    }

    private static Calendar Fold(IEnumerable<RecordedEvent> facts) => facts.Select(f => (CalendarEvent)f.Data).Aggregate(Calendar.Empty, Calendar.Evolve);

    private static List<(Addressee To, List<CalendarLetter.Item> Items)> Concerned(Standing standing, IReadOnlyList<MeetingNews> news, Addressees addressees)
    {
        var concerned = new SortedDictionary<string, (Addressee To, List<CalendarLetter.Item> Items)>(StringComparer.Ordinal);
        foreach (var each in news)
        {
            if (standing.Cluster.Forum(each.Now.Forum) is not { } forum)
                continue;
            var owing = each.ConcernsOwners ? standing.Cards.Where(c => Awaited(c, Round.Of(each.Before!, forum.Rhythm))) : [];
            var told = addressees.Of(forum).Select(to => (To: to, Number: (int?)null)).Concat(owing.SelectMany(addressees.Of, (card, to) => (To: to, Number: (int?)card.Number)));
            foreach (var person in told.GroupBy(t => t.To.Person.Id))
            {
                if (!concerned.TryGetValue(person.Key, out var known))
                    concerned.Add(person.Key, known = (person.First().To, []));
                known.Items.Add(new(each, forum.Name, Reason: null, [.. person.Select(p => p.Number).OfType<int>()]));
            }
        }
        return [.. concerned.Values];
    }

    /// <summary>Whoever has reported has nothing to do by another day.</summary>
    private static bool Awaited(InitiativeCard card, Round round) =>
        Domain.Board.Owes(card.Track, round) && !card.Track.Lights.Any(l => l.Corrects is null && (l.Round == round.Meeting.Id || l.On >= round.Opens));

    private static string? ReasonOf(List<CalendarEvent> since, MeetingNews news) => (since.FindLast(f => f.Meeting == news.Now.Id && f is MeetingMoved or MeetingCancelled), news.Change) switch
    {
        (MeetingMoved moved, MeetingChange.Moved) => moved.Reason,
        (MeetingCancelled cancelled, MeetingChange.Cancelled) => cancelled.Reason,
        _ => null,
    };

    private async Task<OutgoingMail> WriteAsync(Cluster cluster, string cause, Addressee to, IReadOnlyList<CalendarLetter.Item> items)
    {
        var only = items.Count == 1 ? items[0].News.Now.Id : null;
        var open = address.Of($"/moeder{(only is null ? "" : $"/{only}")}?{QueryNames.Cluster}={Uri.EscapeDataString(cluster.Id)}");
        return new OutgoingMail(cluster.Id, CalendarLetter.Kind, cause, to.To!, await press.SetAsync(CalendarLetter.Of(to.Person.Language, cluster.Name, items, open)))
        {
            Thread = only is null ? null : $"meeting/{only}",
        };
    }
}
