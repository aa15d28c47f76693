using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>Which people the list shows; its parts are together in the address, so that a choice can be sent to somebody.</summary>
/// <param name="Words">All of them stand in the name, the address or the title, in any order; null for anyone.</param>
/// <param name="Organisation">Its id; null for any.</param>
/// <param name="Part">Name of a <see cref="ClusterRoleKind"/>, or id of a forum that they sit in; null for any.</param>
public sealed record PeopleChoice(string? Words, string? Organisation, string? Part)
{
    public const string WordsName = "navn";
    public const string OrganisationName = "organisation";
    public const string PartName = "rolle";

    public bool IsAny => this is { Words: null, Organisation: null, Part: null };

    public static PeopleChoice Of(IQueryCollection query) => new(Asked(query, WordsName), Asked(query, OrganisationName), Asked(query, PartName));

    /// <param name="today">A term that is over or ahead makes nobody anything.</param>
    public bool Includes(Person person, DateOnly today) =>
        (Organisation is null || person.Organisation == Organisation)
        && (Part is null || person.Roles.Any(r => r.HoldsOn(today) && r.Role.ToString() == Part) || person.Seats.Any(s => s.HoldsOn(today) && s.Forum == Part))
        && (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => $"{person.Name} {person.Mail} {person.Title}".Contains(word, StringComparison.CurrentCultureIgnoreCase));

    private static string? Asked(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
