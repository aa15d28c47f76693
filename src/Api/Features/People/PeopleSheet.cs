using Initiatives.Api.Features.Shell;
using Initiatives.Api.Workbooks;
using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>
/// People from an Excel sheet. Whoever has the same address (or, without one, the same name) is the same person: several rows give
/// several seats, and someone the register knows already keeps what the sheet does not say.
/// </summary>
internal static class PeopleSheet
{
    private const string Name = "name";
    private const string Mail = "mail";
    private const string Title = "title";
    private const string Organisation = "organisation";
    private const string Language = "language";
    private const string Forum = "forum";
    private const string Role = "role";
    private const string From = "from";
    private const string Until = "until";

    public static readonly IReadOnlyList<Column> Columns =
    [
        new(Name, "Navn", "Name", ("Navnet, som det vises. Flere rækker med samme mail er samme person.", "The name as shown. Several rows with the same mail are one person."), Required: true),
        new(Mail, "Mail", "Mail", ("Mailadressen. Uden den kan personen ikke logge ind og får ingen mail.", "The mail address. Without one the person cannot sign in and gets no mail.")),
        new(Title, "Stilling", "Position", ("Fx sundhedschef. Kan stå tom.", "E.g. head of health. May be left empty.")),
        new(Organisation, "Organisation", "Organisation", ("En af klyngens organisationer, som den hedder i klyngen.", "One of the cluster's organisations, as the cluster names it.")),
        new(Language, "Sprog", "Language", ("da eller en. Tom er da.", "da or en. Empty is da.")),
        new(Forum, "Forum", "Forum", ("Et forum, personen sidder i.", "A forum the person sits in.")),
        new(Role, "Rolle", "Role", ("Medlem, formand, sekretær eller patientrepræsentant. Tom er medlem.", "Member, chair, secretary or patient representative. Empty is member.")),
        new(From, "Fra", "From", ("Første dag i forummet. Kan stå tom.", "The first day in the forum. May be left empty.")),
        new(Until, "Til", "Until", ("Sidste dag i forummet. Kan stå tom.", "The last day in the forum. May be left empty.")),
    ];

    /// <param name="known">The register as it is.</param>
    /// <param name="newId">An id that says nothing of who it is.</param>
    public static SheetOfPeople Read(byte[] file, Cluster cluster, IReadOnlyList<Person> known, Func<string> newId)
    {
        var book = WorkbookReader.Read(file, Columns);
        var faults = book.Faults.ToList();
        var people = new List<(WorkbookRow Row, Person Person)>();
        foreach (var row in book.Rows)
        {
            var at = people.FindIndex(p => IsSame(p.Person, row));
            var before = at >= 0 ? people[at].Person : known.FirstOrDefault(p => !p.IsForgotten && IsSame(p, row)) ?? new Person(newId(), cluster.Id, "", null, null, null, "da", []);
            var person = before with
            {
                Name = row[Name],
                Mail = row.Words(Mail) ?? before.Mail,
                Title = row.Words(Title) ?? before.Title,
                Organisation = row.Words(Organisation) is { } organisation ? OrganisationOf(organisation, cluster, row, faults) : before.Organisation,
                Language = row.Words(Language)?.ToLowerInvariant() ?? before.Language,
                Seats = WithSeat(before.Seats, row, cluster, faults),
            };
            if (new RecordPerson(person).Decide(null, cluster) is { IsRefused: true } decision)
                faults.AddRange(decision.Refusals.Where(r => r.Field is null || !r.Field.StartsWith(Organisation, StringComparison.Ordinal)).Select(r => r with { Field = row.Address(ColumnOf(r.Field)) }));
            if (at >= 0) people[at] = (people[at].Row, person);
            else people.Add((row, person));
        }
        var changed = people.Where(p => known.FirstOrDefault(k => k.Id == p.Person.Id) is not { } k || !IsUnchanged(k, p.Person)).ToList();
        return new([.. people.Select(p => p.Person)], [.. changed.Select(p => p.Person)], [.. changed.Select(p => p.Row)], [.. faults.Distinct().Take(WorkbookLimits.Told)]);
    }

    /// <summary>The cell that a rule's field stands in.</summary>
    public static string ColumnOf(string? field) => field switch
    {
        null => Name,
        _ when field.StartsWith("seats", StringComparison.Ordinal) => Forum,
        _ => field,
    };

    private static bool IsSame(Person person, WorkbookRow row) => row.Words(Mail) is { } mail
        ? string.Equals(person.Mail, mail, StringComparison.OrdinalIgnoreCase)
        : person.Mail is null && person.Name == row[Name];

    private static bool IsUnchanged(Person known, Person wanted) => known with { Seats = wanted.Seats } == wanted && known.Seats.SequenceEqual(wanted.Seats);

    private static string OrganisationOf(string text, Cluster cluster, WorkbookRow row, List<Refusal> faults)
    {
        if (cluster.Organisations.FirstOrDefault(o => o.Id == text || string.Equals(o.Name, text, StringComparison.OrdinalIgnoreCase)) is { } found) return found.Id;
        faults.Add(InitiativeRefusals.OrganisationUnknown(row.Address(Organisation), text));
        return text;
    }

    private static IReadOnlyList<ForumSeat> WithSeat(IReadOnlyList<ForumSeat> seats, WorkbookRow row, Cluster cluster, List<Refusal> faults)
    {
        var role = RoleOf(row, faults);
        var (from, until) = (row.Day(From, faults), row.Day(Until, faults));
        if (row.Words(Forum) is not { } text) return seats;
        if (cluster.Forums.FirstOrDefault(f => f.Id == text || string.Equals(f.Name, text, StringComparison.OrdinalIgnoreCase)) is not { } forum)
        {
            faults.Add(InitiativeRefusals.ForumUnknown(row.Address(Forum), text));
            return seats;
        }
        var seat = new ForumSeat(forum.Id, role, from, until);
        return seats.Contains(seat) ? seats : [.. seats, seat];
    }

    private static ForumRole RoleOf(WorkbookRow row, List<Refusal> faults)
    {
        if (row.Words(Role) is not { } text) return ForumRole.Member;
        foreach (var role in Enum.GetValues<ForumRole>())
        {
            if (new[] { Texts.Danish[$"ForumRole.{role}"], Texts.English[$"ForumRole.{role}"], role.ToString() }.Contains(text, StringComparer.OrdinalIgnoreCase)) return role;
        }
        faults.Add(InitiativeRefusals.ValueUnknown(row.Address(Role)));
        return ForumRole.Member;
    }
}

/// <param name="All">Everyone in the sheet.</param>
/// <param name="Changed">Those whose entry would be another, or new.</param>
/// <param name="Rows">Where they first stand, in the order of <paramref name="Changed"/>.</param>
internal sealed record SheetOfPeople(IReadOnlyList<Person> All, IReadOnlyList<Person> Changed, IReadOnlyList<WorkbookRow> Rows, IReadOnlyList<Refusal> Faults);
