using System.Globalization;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Procedures;

/// <summary>
/// /skriftlige-godkendelser/ny: first which forum is asked about which case (?forum=, ?sag=), then the question, the material and the deadline.
/// The form carries the id that the procedure will have, so that a button pressed twice starts one.
/// </summary>
internal static class SendNewProcedure
{
    public const string ForumName = "forum";
    public const string CaseName = "sag";

    /// <summary>Stands in the address instead of a case's key.</summary>
    public const string NoCase = "andet";

    private const string IdField = "procedure";
    private const string Path = ProcedureDesk.List + "/ny";

    public static Task<IResult> Show(HttpContext http, PageDesk desk, ProcedureReader procedures, PeopleRegister people) => desk.ShowAsync(async visit =>
    {
        if (await procedures.RecordAsync(visit.Me.Cluster, null, desk.Cancellation) is not { } record) return desk.NotFound();
        var (forum, key) = (http.Request.Query[ForumName].ToString(), http.Request.Query[CaseName].ToString());
        if (forum.Length == 0) return PageDesk.Set<NewProcedureChoicePage>(Choices(desk, visit, record));
        if (Item(record, visit, forum, key) is not { } item) return desk.NotFound();
        var fields = Fields.Of(
        [
            new("heading", item.Heading), new("recommendation", item.Kind is AgendaItemKind.Free ? desk.Texts["Procedure.NewRecommendation", record.NameOf(forum)] : AwaitedCases.Proposal(record, record.Cluster.Forum(forum)!, visit.Today, item) ?? ""),
            new("background", item.Background ?? ""), new(IdField, NewId(visit.Today)),
        ]);
        return await SetAsync(desk, visit, record, people, forum, key, fields, []);
    }, fromRecord: false);

    public static Task<IResult> Send(HttpContext http, PageDesk desk, ProcedureReader procedures, PeopleRegister people) => desk.PostAsync(async (visit, form) =>
    {
        if (await procedures.RecordAsync(visit.Me.Cluster, null, desk.Cancellation) is not { } record) return desk.NotFound();
        var (forum, key, fields) = (http.Request.Query[ForumName].ToString(), http.Request.Query[CaseName].ToString(), Fields.Of(form));
        if (Item(record, visit, forum, key) is not { } item) return desk.NotFound();
        if (FieldRows.Press(fields, form[Fields.Press])) return await SetAsync(desk, visit, record, people, forum, key, fields, []);
        var deadline = fields.Date("deadline");
        Refusal[] faults = [.. fields.Unreadable, .. deadline is null && fields.Words("deadline") is null ? new[] { InitiativeRefusals.DateMissing("deadline") } : []];
        if (faults.Length > 0) return await SetAsync(desk, visit, record, people, forum, key, fields, faults);
        var id = fields[IdField];
        var members = ProcedureSubjects.Members(await people.ReadAsync(visit.Me.Cluster, desk.Cancellation), forum, visit.Today);
        var asked = item with { Heading = fields["heading"].Trim(), Recommendation = fields["recommendation"].Trim(), Background = fields.Words("background") };
        return await desk.SendAsync(visit, form, new ProcedureWish(new Domain.StartProcedure(id, forum, asked, Material(fields), deadline!.Value, members), Creates: true)) switch
        {
            Outcome.Accepted => desk.Done(visit, $"{ProcedureDesk.List}/{id}", "ProcedureStarted"),
            Outcome.Refused refused => await SetAsync(desk, visit, record, people, forum, key, fields, refused.Refusals),
            _ => desk.Forbidden(),
        };
    });

    private static AgendaItem? Item(ClusterRecord record, PageVisit visit, string forum, string key) =>
        record.Cluster.Forum(forum) is { } known ? ProcedureSubjects.Item(record, known, visit.Today, key is "" or NoCase ? null : key, null, null, null) : null;

    private static ProcedureMaterial[] Material(Fields fields) =>
        [.. FieldRows.Written(fields, "material").Select(at => FieldRows.Row("material", at)).Select(row => new ProcedureMaterial(fields.Words($"{row}.text") ?? "", fields.Words($"{row}.link") ?? ""))];

    // The day tells it apart for people, the rest for the machine.
    private static string NewId(DateOnly today) => string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd}-{Guid.NewGuid().ToString("N")[..8]}");

    private static ProcedureChoices Choices(PageDesk desk, PageVisit visit, ClusterRecord record) => new(
        desk.Frame(visit, desk.Texts["Procedure.New"], new Crumb(desk.Texts["Procedures.Title"], ProcedureDesk.List)),
        [.. record.Cluster.Forums.Where(f => visit.May<Domain.StartProcedure>(forum: f.Id)).Select(f => new ProcedureChoice(f, AwaitedCases.Of(record, f, visit.Today)))]);

    private static async Task<IResult> SetAsync(
        PageDesk desk, PageVisit visit, ClusterRecord record, PeopleRegister people, string forum, string key, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var title = desk.Texts["Procedure.NewIn", record.NameOf(forum)];
        var frame = desk.Frame(visit, refusals.Count > 0 ? $"{desk.Texts["Form.Error"]}: {title}" : title, new Crumb(desk.Texts["Procedures.Title"], ProcedureDesk.List), new Crumb(desk.Texts["Procedure.New"], Path));
        var members = ProcedureSubjects.Members(await people.ReadAsync(visit.Me.Cluster, desk.Cancellation), forum, visit.Today);
        var action = frame.Link($"{Path}?{ForumName}={Uri.EscapeDataString(forum)}&{CaseName}={Uri.EscapeDataString(key)}");
        var form = new Form(frame, action, fields, FormErrors.Of(refusals, frame.Texts.Language, path => FieldRows.Place(fields, path)));
        return PageDesk.Set<NewProcedurePage>(
            new NewProcedureView(form, title, fields[IdField], [.. members.Select(record.NameOf)], visit.Me.Chairs(forum) ? null : record.NameOf(forum)),
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <param name="Forums">Those that the reader may ask.</param>
public sealed record ProcedureChoices(Frame Frame, IReadOnlyList<ProcedureChoice> Forums);

/// <param name="Cases">That await it.</param>
public sealed record ProcedureChoice(Forum Forum, IReadOnlyList<AgendaItem> Cases);

/// <param name="Id">That the procedure will have.</param>
/// <param name="Members">Names of those who will be asked.</param>
/// <param name="OnBehalfOf">Name of the forum in whose place the reader asks; null when it is their own.</param>
public sealed record NewProcedureView(Form Form, string Title, string Id, IReadOnlyList<string> Members, string? OnBehalfOf)
{
    public Frame Frame => Form.Frame;
}
