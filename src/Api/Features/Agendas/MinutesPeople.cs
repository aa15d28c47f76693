using Initiatives.Api.Features.People;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>The people of a meeting's minutes, by the register as it is today: who has a seat, who was there, and whom the minutes did not reach.</summary>
/// <param name="Seated">Those with a seat in the forum on the meeting's day, the chair first, and whoever else was written down.</param>
/// <param name="Unreached">People without an address and forums without members when the minutes were sent, who have not got them since; empty before they are sent.</param>
/// <param name="Unreachable">Those of them who still cannot be reached.</param>
/// <param name="Reachable">The people among them, and among the members that such a forum has now, who have an address by now.</param>
public sealed record MinutesPeople(IReadOnlyList<MinutesPerson> Seated, IReadOnlyList<Named> Unreached, IReadOnlyList<Named> Unreachable, IReadOnlyList<Named> Reachable)
{
    public IEnumerable<MinutesPerson> Present => Seated.Where(p => p.Was is Attended.Present);

    public IEnumerable<MinutesPerson> Regrets => Seated.Where(p => p.Was is Attended.Regrets);

    internal static MinutesPeople Of(AgendaInHand agenda, IReadOnlyList<Person> register, IReadOnlyList<string> unreached, DateOnly today)
    {
        var (forum, attendance) = (agenda.Meeting.Forum, agenda.Sheet.State.Attendance);
        ForumRole? Seat(Person person) => person.Seats.Where(s => s.Forum == forum && s.HoldsOn(agenda.Meeting.On)).Select(s => (ForumRole?)s.Role).FirstOrDefault();
        Attended? Was(string id) => attendance?.Present.Contains(id) == true ? Attended.Present : attendance?.Regrets.Contains(id) == true ? Attended.Regrets : null;
        var seated = register.Where(p => !p.IsForgotten && Seat(p) is not null)
            .OrderBy(p => Seat(p) is not ForumRole.Chair).ThenBy(p => Seat(p) is ForumRole.Secretary).ThenBy(p => p.Name, StringComparer.Create(new("da-DK"), ignoreCase: true))
            .Select(p => new MinutesPerson(p.Id, p.Name, Seat(p), Was(p.Id))).ToList();
        // A seat may have ended since, or the person be forgotten: they were there all the same.
        var others = (attendance is null ? [] : attendance.Present.Concat(attendance.Regrets)).Where(id => seated.TrueForAll(s => s.Id != id))
            .Select(id => new MinutesPerson(id, agenda.Record.NameOf(id), null, Was(id)));
        var reached = Reached(agenda, new Addressees(register, today), unreached).ToList();
        return new(
            [.. seated, .. others],
            [.. unreached.Select(Name)],
            [.. unreached.Where(id => reached.TrueForAll(r => r.Person != id && r.Forum != id)).Select(Name)],
            [.. reached.Select(r => r.Person).Distinct().Select(Name)]);

        Named Name(string id) => new(id, agenda.Record.NameOf(id));
    }

    private static IEnumerable<(string Person, string Forum)> Reached(AgendaInHand agenda, Addressees addressees, IReadOnlyList<string> unreached) =>
        from forum in (agenda.Sheet.State.SentTo ?? []).Select(agenda.Record.Cluster.Forum).OfType<Forum>()
        from seated in addressees.Of(forum)
        where seated.To is not null && (unreached.Contains(seated.Person.Id) || unreached.Contains(forum.Id))
        select (seated.Person.Id, forum.Id);
}

/// <param name="Seat">In the forum, on the meeting's day; null for who has none there now.</param>
/// <param name="Was">Null while nobody has written it down.</param>
public sealed record MinutesPerson(string Id, string Name, ForumRole? Seat, Attended? Was);

/// <param name="Id">Of a person or a forum.</param>
public sealed record Named(string Id, string Name);

/// <summary>What the minutes say of a person.</summary>
public enum Attended
{
    Present,
    Regrets,
}

/// <summary>Reads them.</summary>
internal sealed class MinutesPeopleReader(PeopleRegister people, Mailings mailings, TimeProvider time)
{
    public async Task<MinutesPeople> ReadAsync(string cluster, AgendaInHand agenda, CancellationToken cancellation) => MinutesPeople.Of(
        agenda,
        await people.ReadAsync(cluster, cancellation),
        agenda.Sheet.State.SentTo is null ? [] : await mailings.StillUnreachedAsync(cluster, SendingMinutes.CauseOf(agenda.Meeting.Id), cancellation),
        Clock.Day(time.GetUtcNow(), agenda.Record.Cluster.TimeZone));
}
