using System.Globalization;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Rounds;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Meetings;

/// <summary>/sekretariat/kalender: meetings are set, moved, arranged and cancelled; rounds and packs follow by themselves.</summary>
internal static class CalendarPages
{
    /// <summary>Stands in the address where an id would, for one that is not there yet.</summary>
    public const string New = "nyt";

    /// <summary>Hidden field: the day whose effects the writer has been told. Another day asks anew.</summary>
    public const string ConfirmedField = "confirmed";

    private const string Path = "/sekretariat/kalender";

    private static readonly string[] Hours = ["H:mm", "HH:mm", "H.mm", "HH.mm"];

    public static Task<IResult> List(PageDesk desk) => desk.ShowAsync(visit =>
        Task.FromResult(PageDesk.Set<CalendarPage>(CalendarView.Of(desk.Frame(visit, desk.Texts["Calendar.Title"], SecretariatPages.Crumb(desk)), visit))));

    public static Task<IResult> Show(string meeting, PageDesk desk, OfficeForms forms) => desk.ShowAsync(
        visit => DrawAsync(desk, forms, visit, meeting, FieldsOf(visit.Standing.Calendar.Find(meeting)), [], cancelling: false), fromRecord: false);

    /// <summary>Sets a new meeting, or gives one another day, hour or place.</summary>
    public static Task<IResult> Save(string meeting, PageDesk desk, OfficeForms forms) => forms.TakeAsync(
        "MeetingForm",
        (visit, fields) =>
        {
            var faults = new List<Refusal>();
            var (on, start, end, place) = (fields.Date("on"), Hour(fields, "start", faults), Hour(fields, "end", faults), fields.Words("place"));
            if (on is null && fields.Words("on") is null) faults.Add(InitiativeRefusals.DateMissing("on"));
            IReadOnlyList<Wish> wishes = meeting == New
                ? [new CalendarWish(new Domain.ScheduleMeeting(fields["forum"], on ?? default, start, end, place, fields.IsTicked("extraordinary")))]
                : [new CalendarWish(new Domain.MoveMeeting(meeting, on ?? default, start, end, fields.Words("reason"))), new CalendarWish(new Domain.ArrangeMeeting(meeting, start, end, place))];
            return new Asked(wishes, Path, meeting == New ? "MeetingScheduled" : "MeetingChanged")
            {
                Faults = faults,
                Asks = visit.May<Domain.MoveMeeting>() && MoveOf(visit, meeting, fields) is not null && Typed.Date(fields[ConfirmedField]) != fields.Date("on"),
            };
        },
        (visit, fields, refusals) => DrawAsync(desk, forms, visit, meeting, fields, refusals, cancelling: false));

    /// <summary>Nothing instead, or a short written status; either may be chosen again.</summary>
    public static Task<IResult> Cancel(string meeting, PageDesk desk, OfficeForms forms) => forms.TakeAsync(
        "CancelForm",
        (_, fields) => new Asked([new CalendarWish(new Domain.CancelMeeting(meeting, fields["why"].Trim(), fields.YesNo("written") == true))], Path, "MeetingCancelled")
        {
            Faults = fields.YesNo("written") is null ? [FormFaults.ChoiceMissing("written")] : [],
        },
        (visit, fields, refusals) => DrawAsync(desk, forms, visit, meeting, fields, refusals, cancelling: true));

    private static async Task<IResult> DrawAsync(
        PageDesk desk, OfficeForms forms, PageVisit visit, string meeting, Fields fields, IReadOnlyList<Refusal> refusals, bool cancelling)
    {
        var known = visit.Standing.Calendar.Find(meeting);
        if (known is null && meeting != New) return desk.NotFound();
        var cluster = visit.Standing.Cluster;
        var title = known is null ? desk.Texts["Calendar.Add"] : $"{cluster.Forum(known.Forum)?.Name ?? known.Forum} {desk.Texts.Say.LongDate(known.On)}";
        var frame = desk.Frame(visit, title, SecretariatPages.Crumb(desk), new Crumb(desk.Texts["Calendar.Title"], Path));
        var version = await forms.CalendarVersionAsync(visit);
        var form = forms.Draw(frame, $"{Path}/{meeting}", cancelling ? FieldsOf(known) : fields, cancelling ? [] : refusals, version, field => field == "to" ? "on" : field);
        var cancel = forms.Draw(
            frame, $"{Path}/{meeting}/aflysning",
            cancelling ? fields : Fields.Of([new("why", known?.Cancelled ?? ""), .. known?.IsCancelled == true ? [new KeyValuePair<string, string>("written", known.WrittenStatusInstead ? YesNoChoice.Yes : YesNoChoice.No)] : Array.Empty<KeyValuePair<string, string>>()]),
            cancelling ? refusals : [], version, field => field == "reason" ? "why" : field);
        return PageDesk.Set<CalendarMeetingPage>(
            new CalendarMeetingView(frame, form, cancel, cluster, known, visit.Today) { Move = cancelling || refusals.Count > 0 ? null : MoveOf(visit, meeting, fields) },
            OfficeForms.StatusOf(refusals));
    }

    /// <summary>Null when the move surprises nobody, or is none.</summary>
    private static MoveAsked? MoveOf(PageVisit visit, string meeting, Fields fields)
    {
        var (cluster, calendar) = (visit.Standing.Cluster, visit.Standing.Calendar);
        if (calendar.Find(meeting) is not { } known || fields.Date("on") is not { } to || cluster.Forum(known.Forum) is not { } forum) return null;
        var effects = MoveEffects.Of(new Domain.MoveMeeting(meeting, to, null, null), calendar, new(visit.Today, cluster, calendar));
        if (!PackKind.Of(forum, PackTime.BeforeMeeting).Any()) effects = effects with { PackDay = null };
        return effects.Any ? new(effects, RoundAnswers.Of(visit.Standing, meeting, visit.Today)?.Missing.Count() ?? 0) : null;
    }

    private static TimeOnly? Hour(Fields fields, string name, List<Refusal> faults)
    {
        if (fields.Words(name) is not { } written) return null;
        if (TimeOnly.TryParseExact(written, Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) return hour;
        faults.Add(new("hour-malformed", "Skriv klokkeslættet som timer og minutter, f.eks. 15:00.", "Write the hour as hours and minutes, e.g. 15:00.", name));
        return null;
    }

    private static Fields FieldsOf(Meeting? known) => known is null
        ? new Fields()
        : Fields.Of(
        [
            new("on", known.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), new("start", Hour(known.Start)), new("end", Hour(known.End)), new("place", known.Place ?? ""),
        ]);

    private static string Hour(TimeOnly? hour) => hour?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
}

/// <param name="Ahead">Soonest first.</param>
/// <param name="Past">Latest first.</param>
public sealed record CalendarView(Frame Frame, Cluster Cluster, IReadOnlyList<Meeting> Ahead, IReadOnlyList<Meeting> Past)
{
    public static CalendarView Of(Frame frame, PageVisit visit) => new(
        frame, visit.Standing.Cluster,
        [.. visit.Standing.Calendar.Meetings.Where(m => m.On >= visit.Today)],
        [.. visit.Standing.Calendar.Meetings.Where(m => m.On < visit.Today).Reverse()]);
}

/// <param name="Meeting">Null for one that is not set yet.</param>
public sealed record CalendarMeetingView(Frame Frame, Form Form, Form Cancel, Cluster Cluster, Meeting? Meeting, DateOnly Today)
{
    /// <summary>What the move would do that the writer must confirm; null when nothing, or when nothing was sent.</summary>
    public MoveAsked? Move { get; init; }

    public bool IsHeld => Meeting is { } known && known.On < Today;

    /// <summary>What hangs on the meeting; null when its forum asks for no statuses.</summary>
    public Round? Round =>
        Meeting is { IsCancelled: false } known && Cluster.Forum(known.Forum) is { } forum && forum.Has(ForumDuty.ManageDeviations) ? Domain.Round.Of(known, forum.Rhythm) : null;
}

/// <param name="Owing">How many owe a status in the round as it is now, and have not given it.</param>
public sealed record MoveAsked(MoveEffects Effects, int Owing)
{
    /// <summary>A sentence for each.</summary>
    public IEnumerable<string> Tell(Texts texts, DateOnly today)
    {
        if (Effects.OffDay is { } off) yield return texts[off.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "Move.Weekend" : "Move.Holiday", texts.Say.LongDate(off)];
        if (Effects.DueOver is { } due)
        {
            yield return texts[due == today ? "Move.DueToday" : "Move.DueOver", texts.Say.LongDate(due)];
            if (Owing > 0) yield return Owing == 1 ? texts["Move.OneFallsAway"] : texts["Move.FallAway", Owing];
        }
        if (Effects.PackDay is { } pack) yield return texts[pack == today ? "Move.PackToday" : "Move.PackOver", texts.Say.LongDate(pack)];
    }
}
