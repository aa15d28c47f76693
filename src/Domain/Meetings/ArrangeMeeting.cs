namespace Initiatives.Domain;

/// <summary>Another hour or place on the same day; also afterwards, when the record was wrong.</summary>
public sealed record ArrangeMeeting(string Meeting, TimeOnly? Start, TimeOnly? End, string? Place) : CalendarCommand
{
    public override Decision<CalendarEvent> Decide(Calendar calendar, Setting setting)
    {
        if (calendar.Find(Meeting) is not { } meeting)
            return InitiativeRefusals.MeetingUnknown("meeting");
        if (meeting.Start == Start && meeting.End == End && meeting.Place == Place)
            return Decision<CalendarEvent>.Nothing;

        return new Rules<CalendarEvent>()
            .If(meeting.IsCancelled, CalendarRefusals.AlreadyCancelled)
            .If(IsBackwards(Start, End), CalendarRefusals.EndsBeforeStart)
            .Note(Place, "place", BrokenRules.LongestTitle)
            .Else(() => new MeetingArranged(Meeting, Start, End, Place));
    }
}
