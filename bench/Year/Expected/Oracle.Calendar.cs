using Initiatives.Year.Cast;

namespace Initiatives.Year.Expected;

/// <summary>Who is told of a calendar that changed.</summary>
internal sealed partial class Oracle
{
    /// <summary>Those it concerns, ten minutes after the first change: the forum's members, and who was asked for a status by another day.</summary>
    private void Calendar()
    {
        foreach (var together in Together())
        {
            var told = together.SelectMany(c => Concerned(c), (change, who) => (change, who.Person, who.Subject)).GroupBy(t => t.Person);
            foreach (var person in told)
            {
                var subject = person.Count() == 1 ? person.Single().Subject : $"{person.Count()} ændringer i mødekalenderen";
                Mail(together[0].At + ChangesGather, MailKind.Calendar, person.Key, subject);
            }
        }
    }

    private IEnumerable<List<CalendarChange>> Together()
    {
        var group = new List<CalendarChange>();
        foreach (var change in _town.Changes.OrderBy(c => c.At))
        {
            if (group.Count > 0 && change.At >= group[0].At + ChangesGather)
            {
                yield return group;
                group = [];
            }
            group.Add(change);
        }
        if (group.Count > 0)
            yield return group;
    }

    private IEnumerable<(Citizen Person, string Subject)> Concerned(CalendarChange change)
    {
        var meeting = _town.Meetings().Single(m => m.Id == change switch { Moved moved => moved.Meeting, Cancelled cancelled => cancelled.Meeting, Called called => called.Meeting, _ => "" });
        var forum = _town.Forums[meeting.Forum];
        var subject = change switch
        {
            Moved m => $"Mødet i {forum} er flyttet fra {Almanac.Weekday(meeting.FirstSet)} til {Almanac.Weekday(m.To)}",
            Cancelled => $"Mødet i {forum} {Almanac.Weekday(meeting.On)} er aflyst",
            _ => $"Ekstraordinært møde i {forum} {Almanac.Weekday(meeting.On)}",
        };
        var members = _town.Seated([meeting.Forum]).ToList();
        var (opens, due) = (Almanac.Of(meeting.FirstSet).Opens, Almanac.Of(meeting.On).Due);
        var asked = meeting.Forum == _town.Managing && Almanac.Morning(opens) < change.At ? _town.Works.Where(w => Owes(w, opens, due)).ToList() : [];
        // Whoever has answered already has nothing to do by another day.
        asked = Missing(asked, meeting, change.At);
        var owners = asked.SelectMany(w => new[] { w.Owner, w.Lead }.Distinct(), (w, who) => (w.Number, Who: who)).GroupBy(a => a.Who)
            .Select(g => (_town.Person(g.Key), $"Ny frist: giv status på indsats {Danish([.. g.Select(a => a.Number).Order()])} inden {Almanac.Weekday(due)}, mødet i {forum} er flyttet"));
        return members.Select(p => (p, subject)).Concat(owners);
    }

    private static string Danish(IReadOnlyList<int> numbers) => numbers.Count == 1 ? $"{numbers[0]}" : $"{string.Join(", ", numbers.SkipLast(1))} og {numbers[^1]}";
}
