using Initiatives.Api.Mail;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.People;

/// <summary>Whom a mail is for, by part and not by name: who holds the part on the day, and whoever stands in for them that day.</summary>
internal sealed class Addressees(IEnumerable<Person> register, DateOnly day)
{
    private readonly Dictionary<string, Person> _people = register.Where(p => !p.IsForgotten).ToDictionary(p => p.Id);

    /// <summary>Those who answer for an initiative: owner and project lead.</summary>
    public IEnumerable<Addressee> Of(InitiativeCard card) => WithDeputies(new[] { card.Owner, card.ProjectLead }.OfType<string>());

    /// <summary>Those with a seat in a forum.</summary>
    public IEnumerable<Addressee> Of(Forum forum) =>
        WithDeputies(_people.Values.Where(p => p.Seats.Any(s => s.Forum == forum.Id && s.HoldsOn(day))).Select(p => p.Id));

    /// <summary>These people.</summary>
    /// <param name="people">Ids; whoever is forgotten is not written to.</param>
    public IEnumerable<Addressee> Of(IEnumerable<string> people) => WithDeputies(people);

    /// <summary>Those who act for a forum: who chairs it, and the secretariat.</summary>
    public IEnumerable<Addressee> ActingFor(string forum) => WithDeputies(_people.Values
        .Where(p => p.Seats.Any(s => s.Forum == forum && s.Role is ForumRole.Chair or ForumRole.Secretary && s.HoldsOn(day)) || p.Roles.Any(r => r.Role is ClusterRoleKind.Secretariat && r.HoldsOn(day)))
        .Select(p => p.Id));

    private IEnumerable<Addressee> WithDeputies(IEnumerable<string> held) =>
        from id in held.SelectMany(h => _people.TryGetValue(h, out var holder) ? holder.Deputies.Where(d => d.HoldsOn(day)).Select(d => d.Person).Prepend(h) : []).Distinct().Order(StringComparer.Ordinal)
        where _people.ContainsKey(id)
        let person = _people[id]
        select new Addressee(person, Recipient.TryParse(person.Mail, out var to, person.Id) ? to : null);
}

/// <param name="To">Null when the person has no address that mail can be sent to.</param>
internal sealed record Addressee(Person Person, Recipient? To);
