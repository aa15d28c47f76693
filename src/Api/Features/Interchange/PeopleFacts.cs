using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>What a document adds to the register of people, purely. A person who was forgotten here stays forgotten.</summary>
internal static class PeopleFacts
{
    public static IReadOnlyList<Person> Of(Scan scan, KnownCluster known, Tally tally)
    {
        var changed = new List<Person>();
        foreach (var (e, _) in scan.People)
        {
            var was = known.People.GetValueOrDefault(e.Id);
            var wanted = was is { IsForgotten: true } || (was is not null && e.Name is null) ? was : new Person(
                e.Id, scan.Cluster!.Value.Entry.Id, e.Name ?? "", e.Mail ?? was?.Mail, e.Title ?? was?.Title, e.Organisation ?? was?.Organisation,
                e.Language ?? was?.Language ?? "da", e.Seats is null ? was?.Seats ?? [] : [.. e.Seats.Select(s => was?.Seats.FirstOrDefault(seat => (seat.Forum, seat.Role) == (s.Forum, s.Role)) ?? new ForumSeat(s.Forum, s.Role))])
            {
                // The document knows no roles, deputies or dates: those who have them keep them.
                Roles = was?.Roles ?? [],
                Deputies = was?.Deputies ?? [],
            };
            var same = was is not null && (was.Name, was.Mail, was.Title, was.Organisation, was.Language) == (wanted.Name, wanted.Mail, wanted.Title, wanted.Organisation, wanted.Language)
                && was.Seats.SequenceEqual(wanted.Seats);
            tally.Count(EntryList.People, was is null ? 0 : 1, same ? 0 : 1);
            if (!same)
                changed.Add(wanted);
        }
        return changed;
    }
}
