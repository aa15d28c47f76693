using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// What a document adds to a cluster's calendar, purely. A meeting to come may be moved, arranged or cancelled by a
/// changed document; what has been is only added to.
/// </summary>
/// <param name="plan">Id of the document's plan: a round expects the initiatives of it.</param>
/// <param name="since">From when a calendar that is new here counts as known.</param>
/// <param name="now">When a change to a calendar that is known here happens.</param>
internal sealed class CalendarFacts(Calendar calendar, string plan, string timeZone, DateOnly today, DateTimeOffset since, DateTimeOffset now, Problems problems)
{
    public IEnumerable<DatedFact<CalendarEvent>> Of(IEnumerable<Held<MeetingEntry>> meetings, Tally tally)
    {
        List<DatedFact<CalendarEvent>> facts = [];
        foreach (var (entry, path) in meetings)
        {
            var known = Find(entry);
            var added = facts.Count;
            if (known is null)
                facts.AddRange(Scheduled(entry).Select(e => new DatedFact<CalendarEvent>(e, calendar.Meetings.Count == 0 ? since : now)));
            else
                facts.AddRange(Changes(entry, known, path));
            facts.AddRange(Rest(entry, known, path));
            tally.Count(EntryList.Meetings, known is null ? 0 : 1, facts.Count - added);
        }
        return facts.OrderBy(f => f.At);
    }

    private Meeting? Find(MeetingEntry e) =>
        calendar.Find(e.Key)
        ?? calendar.Meetings.FirstOrDefault(m => m.Forum == e.Forum && m.On == e.Date)
        ?? (e.MovedFrom is { } was ? calendar.Meetings.FirstOrDefault(m => m.Forum == e.Forum && m.On == was) : null);

    private static CalendarEvent[] Scheduled(MeetingEntry e) => e is { DueBeforeMove: { } due, MovedFrom: { } from }
        ?
        [
            new MeetingScheduled(e.Key, e.Forum, from, e.Start, e.End, e.Place, e.Extraordinary ?? false, null, null),
            new MeetingMoved(e.Key, from, e.Date, e.Start, e.End, null, e.SetOn ?? from, due),
        ]
        : [new MeetingScheduled(e.Key, e.Forum, e.Date, e.Start, e.End, e.Place, e.Extraordinary ?? false, e.MovedFrom, e.SetOn)];

    private IEnumerable<DatedFact<CalendarEvent>> Changes(MeetingEntry e, Meeting known, JsonPath path)
    {
        if (e.Forum != known.Forum)
            problems.Add(path["forum"], ContentErrors.RewritesHistory(known.Forum));
        if (e.Extraordinary is { } extraordinary && extraordinary != known.Extraordinary)
            problems.Add(path["extraordinary"], ContentErrors.RewritesHistory(known.Extraordinary ? "true" : "false"));
        var start = e.Start ?? known.Start;
        var end = e.End ?? known.End;
        if (e.Date != known.On)
        {
            if (known.On < today || e.Date < today || known.IsCancelled)
                problems.Add(path["date"], ContentErrors.RewritesHistory(FormattableString.Invariant($"{known.On:yyyy-MM-dd}")));
            else
                yield return new(new MeetingMoved(known.Id, known.On, e.Date, start, end, null, today, known.RoundDue < today ? known.RoundDue : null), now);
        }
        else if (e.MovedFrom is { } was && was != known.MovedFrom)
        {
            problems.Add(path["movedFrom"], ContentErrors.RewritesHistory(known.MovedFrom is { } from ? FormattableString.Invariant($"{from:yyyy-MM-dd}") : "-"));
        }
        else if (start != known.Start || end != known.End || (e.Place ?? known.Place) != known.Place)
        {
            yield return new(new MeetingArranged(known.Id, start, end, e.Place ?? known.Place), now);
        }
    }

    private IEnumerable<DatedFact<CalendarEvent>> Rest(MeetingEntry e, Meeting? known, JsonPath path)
    {
        var id = known?.Id ?? e.Key;
        if (e.Cancelled is { } reason)
        {
            if (known?.Cancelled is null)
                yield return new(new MeetingCancelled(id, reason, e.WrittenStatusInstead ?? false), At(e.Date));
            else if (known.Cancelled != reason || known.WrittenStatusInstead != (e.WrittenStatusInstead ?? known.WrittenStatusInstead))
                problems.Add(path["cancelled"], ContentErrors.RewritesHistory(known.Cancelled));
        }
        if (e.Round is not { } round)
            yield break;
        if (known?.RoundOpened is null)
            yield return new(new RoundOpened(id, round.Opened, round.Due, Refs(round.Expected)), At(round.Opened));
        else if (known.RoundOpened != round.Opened || known.RoundDue != round.Due || !Same(known.Expected, round.Expected))
            problems.Add(path["round"], ContentErrors.RewritesHistory(FormattableString.Invariant($"{known.RoundOpened:yyyy-MM-dd}")));
        if (round.Closed is not { } closed)
            yield break;
        if (known?.Missing is null)
            yield return new(new RoundClosed(id, Refs(round.Missing ?? [])), At(closed));
        else if (!Same(known.Missing, round.Missing ?? []))
            problems.Add(path["round"]["missing"], ContentErrors.RewritesHistory(string.Join(", ", known.Missing.Select(m => m.Number))));
    }

    private InitiativeRef[] Refs(IEnumerable<int> numbers) => [.. numbers.Select(n => new InitiativeRef(plan, n))];

    private static bool Same(IReadOnlyList<InitiativeRef>? known, IReadOnlyList<int> wanted) =>
        (known ?? []).Select(r => r.Number).ToHashSet().SetEquals(wanted);

    /// <summary>Noon of the day, but not before the calendar was known and not later than now.</summary>
    private DateTimeOffset At(DateOnly day)
    {
        var noon = LocalInstant.At(day, 12, timeZone);
        return noon > now ? now : noon < since ? since : noon;
    }
}
