using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Workbooks;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>/handleplan/import: orders from Excel. Shown first, taken in at the press of a button, all or nothing.</summary>
internal static class ImportInitiatives
{
    private const string Path = "/handleplan/import";
    private const string ForumField = "forum";

    public static Task<IResult> Show(PageDesk desk) => desk.ShowAsync(
        visit => Task.FromResult(visit.Standing.Plan is { } plan ? Draw(desk, visit, plan, new Fields(), null, null) : desk.NotFound()), fromRecord: false);

    public static Task<IResult> Template(PageDesk desk) => desk.ShowAsync(_ => Task.FromResult(Results.File(
        WorkbookTemplate.Of(desk.Texts["ImportInitiatives.Sheet"], InitiativeSheet.Columns, desk.Texts.Language), WorkbookTemplate.ContentType, $"{desk.Texts["ImportInitiatives.Sheet"]}.xlsx")));

    public static Task<IResult> Preview(PageDesk desk, InitiativeSheet sheets, TimeProvider time) => WithSheetAsync(desk, sheets, time, (visit, plan, form, file, sheet) =>
        Task.FromResult(Draw(desk, visit, plan, Fields.Of(form), file, sheet)));

    public static Task<IResult> Take(PageDesk desk, InitiativeSheet sheets, TimeProvider time) => WithSheetAsync(desk, sheets, time, async (visit, plan, form, file, sheet) =>
    {
        if (sheet.Faults.Count > 0 || sheet.Facts == 0) return Draw(desk, visit, plan, Fields.Of(form), file, sheet);
        return await desk.SendAsync(visit, form, sheet.Wishes) switch
        {
            Outcome.Accepted => desk.Done(visit, "/handleplan", "InitiativesImported"),
            // Somebody was faster between the preview and the press.
            Outcome.Refused refused => Draw(desk, visit, plan, Fields.Of(form), file, sheet with { Faults = refused.Refusals }),
            Outcome.Missing => desk.NotFound(),
            _ => desk.Forbidden(),
        };
    });

    private static Task<IResult> WithSheetAsync(
        PageDesk desk, InitiativeSheet sheets, TimeProvider time, Func<PageVisit, Plan, IFormCollection, byte[], SheetOfOrders, Task<IResult>> then) => desk.PostAsync(async (visit, form) =>
    {
        if (visit.Standing.Plan is not { } plan) return desk.NotFound();
        var file = await SentFile.ReadAsync(form, desk.Cancellation);
        var forum = form[ForumField].ToString() is { Length: > 0 } chosen ? chosen : Ordering(visit.Standing.Cluster).FirstOrDefault()?.Id ?? "";
        var sheet = await sheets.ReadAsync(file, new(visit.Me.Cluster, visit.Me.Id, time.GetUtcNow(), By: visit.Me), visit.Standing.Cluster, plan, forum, desk.Cancellation);
        return await then(visit, plan, form, file, sheet);
    });

    private static IResult Draw(PageDesk desk, PageVisit visit, Plan plan, Fields fields, byte[]? file, SheetOfOrders? sheet)
    {
        var frame = desk.Frame(visit, desk.Texts["ImportInitiatives.Title"], new Crumb(desk.Texts["Plan.Title"], "/handleplan"));
        var forums = Ordering(visit.Standing.Cluster);
        var kept = Fields.Of([new(ForumField, fields[ForumField])]);
        var broken = sheet is { Faults.Count: > 0 };
        return PageDesk.Set<ImportPage>(
            new ImportView(
                frame, "ImportInitiatives", Path, new Form(frame, frame.Link(Path), kept, FormErrors.Of([], desk.Texts.Language)),
                [.. InitiativeSheet.Columns.Select(c => c.Heading(desk.Texts.Language))],
                sheet is null || broken ? [] : [.. sheet.Orders.Select(o => Row(o, plan, visit.Standing.Cluster))],
                sheet?.Faults ?? [],
                file is null || broken ? null : SentFile.AsText(file),
                sheet?.Facts ?? 0,
                forums.Count > 1 ? [new(ForumField, desk.Texts["OrderForm.forum"], [.. forums.Select(f => new Option(f.Id, f.Name))])] : []),
            broken ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string[] Row(InitiativeSheet.OrderedRow row, Plan plan, Cluster cluster) =>
    [
        row.Order.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Order.Title,
        plan.FocusAreas.FirstOrDefault(a => a.Id == row.Order.FocusArea)?.Name ?? row.Order.FocusArea, row.Order.Order,
        string.Join(", ", row.Order.Partners.Select(p => cluster.Organisations.FirstOrDefault(o => o.Id == p)?.Name ?? p)), row.Attention ?? "",
    ];

    private static List<Forum> Ordering(Cluster cluster) => [.. cluster.Forums.Where(f => f.Has(ForumDuty.PlaceOrders))];
}
