using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>/moeder/{meeting}/referat: the minutes, drafted from the outcomes; written, put forward, approved and sent.</summary>
internal static class KeepMinutes
{
    public const string Save = "gem";
    public const string Forward = "frem";
    public const string Approve = "godkend";

    public static Task<IResult> Show(string meeting, AgendaDesk desk) => desk.ShowAsync(meeting, visit => Set(desk, visit, null, []));

    public static Task<IResult> Write(string meeting, AgendaDesk desk) => desk.TakeAsync(
        meeting,
        (visit, fields, pressed) => Read(visit, fields, pressed),
        (visit, fields, refusals) => Set(desk, visit, fields, refusals));

    public static Task<IResult> Send(string meeting, AgendaDesk desk) => desk.TakeAsync(
        meeting,
        (visit, _, _) => new AgendaAsked([new AgendaWish(new Domain.SendMinutes(meeting, visit.Meeting.Forum))], visit.MinutesPath, "MinutesSent"),
        (visit, _, refusals) => Set(desk, visit, null, refusals));

    /// <summary>What was written is kept whichever button was pressed; approving is approving what stands on the page.</summary>
    private static AgendaAsked Read(AgendaVisit visit, Fields fields, string pressed)
    {
        var (meeting, forum) = (visit.Meeting.Id, visit.Meeting.Forum);
        string Text(MinutesPoint point) => fields.IsTicked(point.Item) ? fields[point.Item].Trim() : point.Text;
        var points = visit.Sheet.Minutes;
        IEnumerable<Wish> written = points.Where(p => Text(p) != p.Text).Select(p => new AgendaWish(new Domain.WriteMinutes(meeting, forum, p.Item, Text(p))));
        return pressed switch
        {
            Approve => new([.. written, new AgendaWish(new Domain.ApproveMinutes(meeting, forum, [.. points.Select(p => p with { Text = Text(p) })]))], visit.MinutesPath, "MinutesApproved"),
            Forward => new([.. written, new AgendaWish(new Domain.PutMinutesForward(meeting, forum))], visit.MinutesPath, "MinutesForward"),
            _ => new([.. written], visit.MinutesPath, "MinutesSaved"),
        };
    }

    private static IResult Set(AgendaDesk desk, AgendaVisit visit, Fields? typed, IReadOnlyList<Refusal> refusals)
    {
        var title = desk.Texts["Minutes.Title"];
        var frame = desk.Frame(visit, refusals.Count > 0 ? $"{desk.Texts["Form.Error"]}: {title}" : title);
        var points = visit.Sheet.Minutes;
        var fields = typed ?? Fields.Of(points.Select(p => new KeyValuePair<string, string>(p.Item, p.Text)));
        // A refusal names the point by its place; the form names it by its key.
        string? Place(string path) => points.Select((p, at) => (p.Item, Path: FormattableString.Invariant($"points[{at}].text"))).FirstOrDefault(p => p.Path == path).Item;
        return PageDesk.Set<MinutesPage>(
            new MinutesView(desk.Form(visit, frame, visit.MinutesPath, fields, refusals, Place), visit, points), refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

public sealed record MinutesView(Form Form, AgendaVisit Visit, IReadOnlyList<MinutesPoint> Points)
{
    public Frame Frame => Form.Frame;

    public bool MayWrite => Visit.MayRecord;

    public bool MayApprove => MayWrite && Visit.Visit.May<Domain.ApproveMinutes>(forum: Visit.Meeting.Forum);

    /// <summary>Approving is the chair's next action; the secretariat's is to put them forward.</summary>
    public bool ChairReads => Visit.OnBehalfOf is null;

    public bool MaySend => Visit.Sheet.State is { IsFrozen: true, SentTo: null } && Visit.MaySend;

    /// <summary>One sentence on how far they have come.</summary>
    public string State(Texts texts) => Visit.Sheet.State switch
    {
        { SentTo: { } to } => texts["Minutes.State.Sent", texts.Say.List([.. to.Select(Visit.Agenda.Record.NameOf)])],
        { IsFrozen: true } => texts["Minutes.State.Approved"],
        { IsPutForward: true } => texts["Minutes.State.Forward"],
        _ => texts[Visit.HasBegun ? "Minutes.State.Draft" : "Minutes.State.Ahead"],
    };
}
