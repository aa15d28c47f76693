using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Workbooks;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.People;

/// <summary>/sekretariat/personimport: people from Excel. Shown first, taken in at the press of a button, all or nothing.</summary>
internal static class ImportPeople
{
    private const string Path = "/sekretariat/personimport";

    public static Task<IResult> Show(PageDesk desk) => desk.ShowAsync(visit => Task.FromResult(Draw(desk, visit, null, null, [])), fromRecord: false);

    public static Task<IResult> Template(PageDesk desk) => desk.ShowAsync(_ => Task.FromResult(Results.File(
        WorkbookTemplate.Of(desk.Texts["People.Title"], PeopleSheet.Columns, desk.Texts.Language), WorkbookTemplate.ContentType, $"{desk.Texts["People.Title"]}.xlsx")));

    public static Task<IResult> Preview(PageDesk desk, PeopleRegister people) => desk.PostAsync(async (visit, form) =>
    {
        var (file, sheet) = await ReadAsync(desk, people, visit, form);
        return Draw(desk, visit, file, sheet, sheet.Faults);
    });

    public static Task<IResult> Take(PageDesk desk, PeopleRegister people, KeepPeople keep) => desk.PostAsync(async (visit, form) =>
    {
        var (file, sheet) = await ReadAsync(desk, people, visit, form);
        if (sheet.Faults.Count > 0 || sheet.Changed.Count == 0) return Draw(desk, visit, file, sheet, sheet.Faults);
        var refused = await keep.RecordAsync(visit.Standing.Cluster, visit.Me.Id, sheet.Changed, expected: null, desk.Cancellation);
        Refusal[] faults = [.. refused.SelectMany((refusals, at) => refusals.Select(r => r with { Field = sheet.Rows[at].Address(PeopleSheet.ColumnOf(r.Field)) }))];
        return faults.Length > 0 ? Draw(desk, visit, file, sheet, faults) : desk.Done(visit, "/sekretariat/personer", "PeopleImported");
    });

    private static async Task<(byte[] File, SheetOfPeople Sheet)> ReadAsync(PageDesk desk, PeopleRegister people, PageVisit visit, IFormCollection form)
    {
        var file = await SentFile.ReadAsync(form, desk.Cancellation);
        return (file, PeopleSheet.Read(file, visit.Standing.Cluster, await people.ReadAsync(visit.Me.Cluster, desk.Cancellation), static () => $"p-{Guid.NewGuid().ToString("N")[..12]}"));
    }

    private static IResult Draw(PageDesk desk, PageVisit visit, byte[]? file, SheetOfPeople? sheet, IReadOnlyList<Refusal> faults)
    {
        var frame = desk.Frame(visit, desk.Texts["ImportPeople.Title"], SecretariatPages.Crumb(desk), new Crumb(desk.Texts["People.Title"], "/sekretariat/personer"));
        return PageDesk.Set<ImportPage>(
            new ImportView(
                frame, "ImportPeople", Path, new Form(frame, frame.Link(Path), new Fields(), FormErrors.Of([], desk.Texts.Language)),
                [desk.Texts["PersonForm.name"], desk.Texts["PersonForm.mail"], desk.Texts["PersonForm.title"], desk.Texts["PersonForm.organisation"], desk.Texts["PersonForm.seats"]],
                sheet is null || faults.Count > 0 ? [] : [.. sheet.All.Select(p => Row(desk.Texts, p, visit.Standing.Cluster))],
                faults,
                file is null || faults.Count > 0 ? null : SentFile.AsText(file),
                sheet?.Changed.Count ?? 0,
                []),
            OfficeForms.StatusOf(faults));
    }

    private static string[] Row(Texts texts, Person person, Cluster cluster) =>
    [
        person.Name, person.Mail ?? texts["People.NoMail"], person.Title ?? "",
        person.Organisation is { } id ? cluster.Organisations.FirstOrDefault(o => o.Id == id)?.Name ?? id : "",
        string.Join(", ", person.Seats.Select(s => $"{texts[$"Seat.{s.Role}", cluster.Forum(s.Forum)?.Name ?? s.Forum]}{Dates(s, texts)}")),
    ];

    private static string Dates(ForumSeat seat, Texts texts) => seat is { From: null, Until: null } ? "" : $" ({(seat.From is { } from ? texts.Say.Date(from) : "")}–{(seat.Until is { } until ? texts.Say.Date(until) : "")})";
}
