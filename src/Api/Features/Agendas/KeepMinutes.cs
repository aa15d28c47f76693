using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>/moeder/{meeting}/referat: the minutes, drafted from the outcomes; who was there; written, put forward, approved and sent.</summary>
internal static class KeepMinutes
{
    public const string Save = "gem";
    public const string Forward = "frem";
    public const string Approve = "godkend";
    public const string ApproveAnyway = "godkend-alligevel";

    // Says that approving is asked for once more.
    private const string Holes = "minutes-have-holes";

    // Before a person's id, among the fields that are named by an item's key.
    private const string Person = "person-was.";

    public static Task<IResult> Show(string meeting, AgendaDesk desk, MinutesPeopleReader people) => desk.ShowAsync(meeting, visit => SetAsync(desk, people, visit, null, []));

    public static Task<IResult> Write(string meeting, AgendaDesk desk, MinutesPeopleReader people) => desk.TakeAsync(
        meeting,
        async (visit, fields, pressed) => Read(
            visit, fields, pressed, pressed == Approve && (await people.ReadAsync(visit.Visit.Me.Cluster, visit.Agenda, desk.Cancellation)).Seated.Count > 0),
        (visit, fields, refusals) => SetAsync(desk, people, visit, fields, refusals));

    public static Task<IResult> Send(string meeting, AgendaDesk desk, MinutesPeopleReader people) => desk.TakeAsync(
        meeting,
        (visit, _, _) => new AgendaAsked([new AgendaWish(new Domain.SendMinutes(meeting, visit.Meeting.Forum))], visit.MinutesPath, "MinutesSent"),
        (visit, _, refusals) => SetAsync(desk, people, visit, null, refusals));

    /// <summary>POST /moeder/{meeting}/referat/udsend-manglende: to those whom they did not reach, as the register is now.</summary>
    public static Task<IResult> SendAgain(string meeting, AgendaDesk desk, MinutesPeopleReader people) => desk.TakeAsync(
        meeting,
        async (visit, _, _) => new AgendaAsked([SendMinutesAgain.Wish(visit.Agenda, await people.ReadAsync(visit.Visit.Me.Cluster, visit.Agenda, desk.Cancellation))], visit.MinutesPath, "MinutesSentAgain"),
        (visit, _, refusals) => SetAsync(desk, people, visit, null, refusals));

    /// <summary>POST /moeder/{meeting}/referat/fremmoede: who was there. Whoever is marked as neither is not written down.</summary>
    public static Task<IResult> Attend(string meeting, AgendaDesk desk, MinutesPeopleReader people) => desk.TakeAsync(
        meeting,
        (visit, fields, _) => new AgendaAsked([new AgendaWish(new Domain.RecordAttendance(meeting, visit.Meeting.Forum, Marked(fields, Attended.Present), Marked(fields, Attended.Regrets)))], visit.MinutesPath, "Attendance"),
        (visit, _, refusals) => SetAsync(desk, people, visit, null, refusals));

    /// <summary>The name of the field that says whether a person was there.</summary>
    public static string FieldOf(MinutesPerson person) => $"{Person}{person.Id}";

    private static string[] Marked(Fields fields, Attended was) =>
        [.. fields.Text.Where(f => f.Key.StartsWith(Person, StringComparison.Ordinal) && fields.Choice<Attended>(f.Key) == was).Select(f => f.Key[Person.Length..])];

    /// <summary>What was written is kept whichever button was pressed; approving is approving what stands on the page.</summary>
    /// <param name="wantsAttendance">The forum has members, so minutes that nobody attended have a hole.</param>
    private static AgendaAsked Read(AgendaVisit visit, Fields fields, string pressed, bool wantsAttendance)
    {
        var (meeting, forum) = (visit.Meeting.Id, visit.Meeting.Forum);
        string Text(MinutesPoint point) => fields.IsTicked(point.Item) ? fields[point.Item].Trim() : point.Text;
        var points = visit.Sheet.Minutes;
        IEnumerable<Wish> written = points.Where(p => Text(p) != p.Text).Select(p => new AgendaWish(new Domain.WriteMinutes(meeting, forum, p.Item, Text(p))));
        return pressed switch
        {
            Approve or ApproveAnyway => new([.. written, new AgendaWish(new Domain.ApproveMinutes(meeting, forum, [.. points.Select(p => p with { Text = Text(p) })]))], visit.MinutesPath, "MinutesApproved")
            {
                Faults = pressed == Approve ? FaultsOf(visit, [.. visit.Sheet.Points.Where(p => points.Any(m => m.Item == p.Item.Key && Text(m).Length == 0)).Select(p => p.Number)], wantsAttendance) : [],
            },
            Forward => new([.. written, new AgendaWish(new Domain.PutMinutesForward(meeting, forum))], visit.MinutesPath, "MinutesForward"),
            _ => new([.. written], visit.MinutesPath, "MinutesSaved"),
        };
    }

    /// <summary>Approved minutes are never changed again: what is missing in them is told first.</summary>
    private static IReadOnlyList<Refusal> FaultsOf(AgendaVisit visit, IReadOnlyList<int> empty, bool wantsAttendance)
    {
        wantsAttendance &= visit.Sheet.State.Attendance is null;
        if (empty.Count == 0 && !wantsAttendance) return [];
        string Told(string attendance, string point, string points, string and) => string.Join(and,
            new[] { wantsAttendance ? attendance : null, empty.Count switch { 0 => null, 1 => $"{point} {empty[0]}", _ => $"{points} {string.Join(", ", empty)}" } }.Where(w => w is not null));
        return
        [
            new(Holes,
                $"Her står intet endnu: {Told("fremmødet", "punkt", "punkt", "; ")}. Et godkendt referat kan ikke ændres. Skriv det, der mangler, eller tryk Godkend alligevel.",
                $"Nothing is written yet: {Told("attendance", "item", "items", "; ")}. Approved minutes cannot be changed. Write what is missing, or press Approve anyway."),
        ];
    }

    private static async Task<IResult?> SetAsync(AgendaDesk desk, MinutesPeopleReader reader, AgendaVisit visit, Fields? typed, IReadOnlyList<Refusal> refusals)
    {
        var people = await reader.ReadAsync(visit.Visit.Me.Cluster, visit.Agenda, desk.Cancellation);
        var title = desk.Texts["Minutes.Title"];
        var frame = desk.Frame(visit, refusals.Count > 0 ? $"{desk.Texts["Form.Error"]}: {title}" : title);
        var points = visit.Sheet.Minutes;
        var fields = typed ?? Fields.Of(points.Select(p => new KeyValuePair<string, string>(p.Item, p.Text)));
        foreach (var person in people.Seated) fields[FieldOf(person)] = person.Was?.ToString() ?? "";
        // A refusal names the point by its place; the form names it by its key.
        string? Place(string path) => points.Select((p, at) => (p.Item, Path: FormattableString.Invariant($"points[{at}].text"))).FirstOrDefault(p => p.Path == path).Item;
        return PageDesk.Set<MinutesPage>(
            new MinutesView(desk.Form(visit, frame, visit.MinutesPath, fields, refusals, Place), visit, points, people) { AsksAgain = refusals.Any(r => r.Code == Holes) }, refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

public sealed record MinutesView(Form Form, AgendaVisit Visit, IReadOnlyList<MinutesPoint> Points, MinutesPeople People)
{
    public Frame Frame => Form.Frame;

    /// <summary>Approving was asked for with something missing.</summary>
    public bool AsksAgain { get; init; }

    public bool MayWrite => Visit.MayRecord;

    public bool MayApprove => MayWrite && Visit.Visit.May<Domain.ApproveMinutes>(forum: Visit.Meeting.Forum);

    /// <summary>Approving is the chair's next action; the secretariat's is to put them forward.</summary>
    public bool ChairReads => Visit.OnBehalfOf is null;

    public bool MaySend => Visit.Sheet.State is { IsFrozen: true, SentTo: null } && Visit.MaySend;

    /// <summary>Whoever sends them is told whom they did not reach.</summary>
    public bool TellsUnreached => People.Unreached.Count > 0 && Visit.MaySendAgain;

    /// <summary>Written down for nobody yet: that is to be done first.</summary>
    public bool AsksAttendance => Visit.Sheet.State.Attendance is null;

    /// <summary>One sentence on how far they have come.</summary>
    public string State(Texts texts) => Visit.Sheet.State switch
    {
        { SentTo: { } to } => texts["Minutes.State.Sent", texts.Say.List([.. to.Select(Visit.Agenda.Record.NameOf)])],
        { IsFrozen: true } => texts["Minutes.State.Approved"],
        { IsPutForward: true } => texts["Minutes.State.Forward"],
        _ => texts[Visit.HasBegun ? "Minutes.State.Draft" : "Minutes.State.Ahead"],
    };
}
