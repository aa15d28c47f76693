namespace Initiatives.Domain;

/// <summary>
/// It will not be held: no round, no pack. The secretariat chooses whether a short written status is sent instead
/// (Syd, 24 May 2023), and may choose again. Also afterwards: that it was never held may come to light late.
/// </summary>
public sealed record CancelMeeting(string Meeting, string Reason, bool WrittenStatusInstead = false) : CalendarCommand
{
    public override Decision<CalendarEvent> Decide(Calendar calendar, Setting setting)
    {
        if (calendar.Find(Meeting) is not { } meeting)
            return InitiativeRefusals.MeetingUnknown("meeting");
        if (meeting.Cancelled == Reason && meeting.WrittenStatusInstead == WrittenStatusInstead)
            return Decision<CalendarEvent>.Nothing;

        return new Rules<CalendarEvent>()
            .Text(Reason, "reason", ("hvorfor mødet aflyses", "why the meeting is cancelled"))
            .Else(() => new MeetingCancelled(Meeting, Reason, WrittenStatusInstead));
    }
}
