using System.Globalization;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>/sekretariat/personer: everyone the cluster knows; one is added, changed, and in the end forgotten.</summary>
internal static class PersonPages
{
    /// <summary>Stands in the address where an id would, for one that is not there yet.</summary>
    public const string New = "ny";

    private const string Path = "/sekretariat/personer";

    public static Task<IResult> List(PageDesk desk, PeopleRegister people, HttpRequest request) => desk.ShowAsync(async visit =>
    {
        var all = await people.ReadAsync(visit.Me.Cluster, desk.Cancellation);
        var choice = PeopleChoice.Of(request.Query);
        return PageDesk.Set<PeoplePage>(new PeopleView(
            desk.Frame(visit, desk.Texts["People.Title"], SecretariatPages.Crumb(desk)),
            visit.Standing.Cluster,
            choice,
            all.Count(p => !p.IsForgotten),
            [.. all.Where(p => !p.IsForgotten && choice.Includes(p, visit.Today)).OrderBy(p => p.Name, StringComparer.Create(CultureInfo.GetCultureInfo("da"), ignoreCase: true))],
            all.Count(p => p.IsForgotten),
            visit.Today));
    }, fromRecord: false);

    public static Task<IResult> Show(string person, PageDesk desk, PeopleRegister people) => desk.ShowAsync(async visit =>
    {
        var known = await people.FindAsync(visit.Me.Cluster, person, desk.Cancellation);
        return await DrawAsync(desk, people, visit, person, known?.Person is { } found ? PersonFields.Of(found) : Fields.Of([new("language", "da")]), []);
    }, fromRecord: false);

    public static Task<IResult> Save(string person, PageDesk desk, PeopleRegister people, KeepPeople keep) => desk.PostAsync(async (visit, form) =>
    {
        var fields = Fields.Of(form);
        if (FieldRows.Press(fields, form[Fields.Press])) return await DrawAsync(desk, people, visit, person, fields, []);
        var known = await people.FindAsync(visit.Me.Cluster, person, desk.Cancellation);
        if (known is null && person != New) return desk.NotFound();
        var faults = new List<Refusal>();
        var wanted = PersonFields.Read(fields, person == New ? IdOf(form) : person, visit.Me.Cluster, faults);
        faults.InsertRange(0, fields.Unreadable);
        if (faults.Count > 0) return await DrawAsync(desk, people, visit, person, fields, faults);
        long? expected = long.TryParse(form[FormDesk.VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
        var refused = await keep.RecordAsync(visit.Standing.Cluster, visit.Me.Id, [wanted], person == New ? null : expected, desk.Cancellation);
        return refused[0].Count > 0 ? await DrawAsync(desk, people, visit, person, fields, refused[0]) : desk.Done(visit, Path, person == New ? "PersonAdded" : "PersonSaved");
    });

    public static Task<IResult> AskForget(string person, PageDesk desk, PeopleRegister people) => desk.ShowAsync(
        visit => AskAsync(desk, people, visit, person, []), fromRecord: false);

    /// <summary>Only when it was ticked that this is meant: it cannot be undone.</summary>
    public static Task<IResult> Forget(string person, PageDesk desk, PeopleRegister people, KeepPeople keep) => desk.PostAsync(async (visit, form) =>
    {
        if (person == visit.Me.Id) return await AskAsync(desk, people, visit, person, [new("cannot-forget-oneself", "Du kan ikke glemme dig selv. Bed en anden i sekretariatet om det.", "You cannot forget yourself. Ask somebody else in the secretariat.")]);
        if (!Fields.Of(form).IsTicked("sure")) return await AskAsync(desk, people, visit, person, [FormFaults.ChoiceMissing("sure")]);
        return await keep.ForgetAsync(visit.Me.Cluster, visit.Me.Id, person, desk.Cancellation) ? desk.Done(visit, Path, "PersonForgotten") : desk.NotFound();
    });

    // One drawing of the form is one person, however often its button is pressed.
    private static string IdOf(IFormCollection form) =>
        $"p-{(Guid.TryParse(form[FormDesk.RequestField], out var request) ? request : Guid.NewGuid()).ToString("N")[..12]}";

    private static async Task<IResult> DrawAsync(PageDesk desk, PeopleRegister people, PageVisit visit, string person, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var all = await people.ReadAsync(visit.Me.Cluster, desk.Cancellation);
        var known = await people.FindAsync(visit.Me.Cluster, person, desk.Cancellation);
        if ((known is null && person != New) || known is { Person.IsForgotten: true }) return desk.NotFound();
        var frame = desk.Frame(visit, known?.Person.Name ?? desk.Texts["People.Add"], SecretariatPages.Crumb(desk), new Crumb(desk.Texts["People.Title"], Path));
        var form = new Form(frame, frame.Link($"{Path}/{person}"), fields, FormErrors.Of(refusals, desk.Texts.Language, Place), known?.Version);
        return PageDesk.Set<PersonPage>(
            new PersonEntryView(frame, form, visit.Standing.Cluster, known?.Person, [.. all.Where(p => !p.IsForgotten && p.Id != person)]), OfficeForms.StatusOf(refusals));

        // What is wrong with a row as a whole is told at its first field.
        string? Place(string field) => field switch
        {
            "person" => null,
            _ when !field.EndsWith(']') => field,
            _ when field.StartsWith("seats", StringComparison.Ordinal) => $"{field}.forum",
            _ when field.StartsWith("deputies", StringComparison.Ordinal) => $"{field}.person",
            _ => $"{field}.role",
        };
    }

    private static async Task<IResult> AskAsync(PageDesk desk, PeopleRegister people, PageVisit visit, string person, IReadOnlyList<Refusal> refusals)
    {
        if (await people.FindAsync(visit.Me.Cluster, person, desk.Cancellation) is not { Person: { IsForgotten: false } known }) return desk.NotFound();
        var frame = desk.Frame(visit, desk.Texts["Forget.Title", known.Name], SecretariatPages.Crumb(desk), new Crumb(desk.Texts["People.Title"], Path));
        var form = new Form(frame, frame.Link($"{Path}/{person}/glem"), new Fields(), FormErrors.Of(refusals, desk.Texts.Language));
        return PageDesk.Set<ForgetPage>(
            new ForgetView(frame, form, known, [.. visit.Standing.Cards.Where(c => c.Owner == person || c.ProjectLead == person).Select(c => c.Number)]), OfficeForms.StatusOf(refusals));
    }
}

/// <param name="All">How many there are, shown or not.</param>
/// <param name="People">Those who are shown, by name.</param>
/// <param name="Forgotten">How many are left as an id alone.</param>
public sealed record PeopleView(Frame Frame, Cluster Cluster, PeopleChoice Choice, int All, IReadOnlyList<Person> People, int Forgotten, DateOnly Today);

/// <param name="Known">Null for one that is not there yet.</param>
/// <param name="Others">Who may be a deputy.</param>
public sealed record PersonEntryView(Frame Frame, Form Form, Cluster Cluster, Person? Known, IReadOnlyList<Person> Others);

/// <param name="AnswersFor">Numbers of the initiatives that need another owner or project lead.</param>
public sealed record ForgetView(Frame Frame, Form Form, Person Person, IReadOnlyList<int> AnswersFor);
