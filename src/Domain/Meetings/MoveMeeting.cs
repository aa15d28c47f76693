namespace Initiatives.Domain;

/// <summary>
/// To another day, and everything that hangs on the meeting follows. Its round stays open when it was; those who
/// were late already stay late, unless the new day gives them a new deadline.
/// </summary>
/// <param name="Start">Local time on the new day; null when not yet known.</param>
public sealed record MoveMeeting(string Meeting, DateOnly To, TimeOnly? Start, TimeOnly? End, string? Reason = null) : CalendarCommand
{
    public override Decision<CalendarEvent> Decide(Calendar calendar, Setting setting)
    {
        if (calendar.Find(Meeting) is not { } meeting)
            return InitiativeRefusals.MeetingUnknown("meeting");
        if (meeting.On == To)
            return new ArrangeMeeting(Meeting, Start, End, meeting.Place).Decide(calendar, setting);

        var taken = calendar.Held(meeting.Forum).FirstOrDefault(m => m.On == To);
        return new Rules<CalendarEvent>()
            .If(meeting.IsCancelled, CalendarRefusals.AlreadyCancelled)
            .If(meeting.On < setting.Today, () => CalendarRefusals.AlreadyHeld(meeting))
            .If(To < setting.Today, CalendarRefusals.MoveIntoPast)
            .Date(To, "to")
            .If(IsBackwards(Start, End), CalendarRefusals.EndsBeforeStart)
            .If(taken is not null, () => CalendarRefusals.DayTaken(taken!))
            .Note(Reason, "reason")
            .Else(() => new MeetingMoved(Meeting, meeting.On, To, Start, End, Reason, setting.Today, DueBefore(meeting, setting)));
    }

    private static DateOnly? DueBefore(Meeting meeting, Setting setting) =>
        setting.Cluster.Forum(meeting.Forum) is { } forum && Round.Of(meeting, forum.Rhythm) is var round && round.IsLate(setting.Today)
            ? round.Due
            : null;
}
