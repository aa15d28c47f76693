using System.Net.Mail;

namespace Initiatives.Domain;

/// <summary>Puts a person in the register, or changes the entry. No fact: names and addresses stand outside the log.</summary>
/// <param name="Wanted">The entry as it is to stand.</param>
public sealed record RecordPerson(Person Wanted)
{
    /// <summary>RFC 5321: the longest address a mail server takes.</summary>
    private const int LongestMail = 254;

    /// <summary>Decides on the entry there is; null when the cluster does not know the id yet. Nothing when it stands so already.</summary>
    public Decision<Person> Decide(Person? known, Cluster cluster)
    {
        if (known is { IsForgotten: true })
            return PersonRefusals.IsForgotten();

        var rules = new Rules<Person>()
            .Slug(Wanted.Id, "person")
            .Text(Wanted.Name, "name", ("et navn", "a name"), BrokenRules.LongestTitle)
            .If(Wanted.Name.Any(char.IsControl), PersonRefusals.NameBroken)
            .If(Wanted.Mail is { } mail && !IsMail(mail), PersonRefusals.MailMalformed)
            .Note(Wanted.Title, "title", BrokenRules.LongestTitle)
            .If(Wanted.Organisation is { } id && !cluster.HasOrganisation(id), () => InitiativeRefusals.OrganisationUnknown("organisation", Wanted.Organisation))
            .If(Wanted.Language is not ("da" or "en"), ClusterRefusals.LanguageUnknown);
        return rules
            .Each(Wanted.Seats, "seats", (seat, path) => rules
                .Forum(cluster, seat.Forum, $"{path}.forum")
                .If(Wanted.Seats.Any(other => IsSameSeat(other, seat)), () => PersonRefusals.SeatTwice(path, seat.Forum))
                .If(seat.Until < seat.From, () => PersonRefusals.EndsBeforeItBegins(path)))
            .Each(Wanted.Roles, "roles", (role, path) => rules
                .If(role.Role is ClusterRoleKind.NationalReader or ClusterRoleKind.Operator, () => PersonRefusals.RoleNotTheClusters(path))
                .If(role.Until < role.From, () => PersonRefusals.EndsBeforeItBegins(path)))
            .Each(Wanted.Deputies, "deputies", (deputy, path) => rules
                .Slug(deputy.Person, $"{path}.person")
                .If(deputy.Person == Wanted.Id, () => PersonRefusals.OwnDeputy(path))
                .If(deputy.Until < deputy.From, () => PersonRefusals.EndsBeforeItBegins(path)))
            .Else(() => IsSame(known) ? [] : [Wanted]);
    }

    private bool IsSame(Person? known) =>
        known is not null
        && known with { Seats = Wanted.Seats, Roles = Wanted.Roles, Deputies = Wanted.Deputies } == Wanted
        && known.Seats.SequenceEqual(Wanted.Seats) && known.Roles.SequenceEqual(Wanted.Roles) && known.Deputies.SequenceEqual(Wanted.Deputies);

    // The same part in the same forum at the same time; one after the other is two terms of office.
    private static bool IsSameSeat(ForumSeat one, ForumSeat other) =>
        !ReferenceEquals(one, other) && (one.Forum, one.Role) == (other.Forum, other.Role)
        && !(one.Until < other.From) && !(other.Until < one.From);

    // One plain address: nothing that a mail's head would read as a display name, a second receiver or another line.
    private static bool IsMail(string text) =>
        text.Length <= LongestMail
        && MailAddress.TryCreate(text, out var address) && address.Address == text
        && !text.Any(c => !char.IsAscii(c) || char.IsControl(c) || char.IsWhiteSpace(c) || c is '"' or '<' or '>' or ',' or ';' or '(' or ')' or '\\')
        && address.Host.Contains('.', StringComparison.Ordinal);
}
