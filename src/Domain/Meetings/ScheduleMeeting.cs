namespace Initiatives.Domain;

/// <summary>
/// A forum will meet, or met, on a day. Its id is the forum and the date it was first set for; a second meeting with
/// that right (the first was moved or cancelled) gets <c>-2</c>.
/// </summary>
/// <param name="MovedFrom">The date it was first set for, when it had moved before it was recorded here.</param>
/// <param name="TakenOver">
/// From a calendar kept elsewhere, where it was set in good time. A meeting entered by hand after its due day asks nobody for a status.
/// </param>
public sealed record ScheduleMeeting(
    string Forum,
    DateOnly On,
    TimeOnly? Start = null,
    TimeOnly? End = null,
    string? Place = null,
    bool Extraordinary = false,
    DateOnly? MovedFrom = null,
    bool TakenOver = false) : CalendarCommand
{
    public override Decision<CalendarEvent> Decide(Calendar calendar, Setting setting)
    {
        var sameDay = calendar.Meetings.Where(m => m.Forum == Forum && m.On == On).ToList();
        var standing = sameDay.Find(m => !m.IsCancelled);
        if (standing is not null && IsThis(standing))
            return Decision<CalendarEvent>.Nothing;

        // A calendar taken over twice has its cancelled meetings in it already.
        if (TakenOver && standing is null && sameDay.Exists(IsThis))
            return Decision<CalendarEvent>.Nothing;

        return new Rules<CalendarEvent>()
            .Forum(setting.Cluster, Forum)
            .Date(On, "on")
            .Date(MovedFrom, "movedFrom")
            .Note(Place, "place", BrokenRules.LongestTitle)
            .If(IsBackwards(Start, End), CalendarRefusals.EndsBeforeStart)
            .If(standing is not null, () => CalendarRefusals.DayTaken(standing!))
            .Else(() => new MeetingScheduled(FreeId(calendar), Forum, On, Start, End, Place, Extraordinary, MovedFrom, TakenOver ? null : setting.Today));
    }

    private bool IsThis(Meeting m) => m.Start == Start && m.End == End && m.Place == Place && m.Extraordinary == Extraordinary;

    private string FreeId(Calendar calendar)
    {
        var id = $"{Forum}-{MovedFrom ?? On:yyyy-MM-dd}";
        var free = id;
        for (var n = 2; calendar.Find(free) is not null; n++)
            free = FormattableString.Invariant($"{id}-{n}");
        return free;
    }
}
