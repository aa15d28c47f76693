namespace Initiatives.Domain;

/// <summary>The due day is over: who has posted nothing is put on record. Late statuses are taken all the same.</summary>
/// <param name="Missing">Those of the expected that owe a status and have posted none.</param>
public sealed record CloseRound(string Meeting, IReadOnlyList<InitiativeRef> Missing) : CalendarCommand
{
    public override Decision<CalendarEvent> Decide(Calendar calendar, Setting setting)
    {
        if (calendar.Find(Meeting) is not { } meeting)
            return InitiativeRefusals.MeetingUnknown("meeting");
        if (meeting.Missing is not null)
            return Decision<CalendarEvent>.Nothing;
        if (setting.Cluster.Forum(meeting.Forum) is not { } forum || meeting.RoundOpened is null)
            return CalendarRefusals.RoundNotOpened();

        var round = Round.Of(meeting, forum.Rhythm);
        return new Rules<CalendarEvent>()
            .If(meeting.IsCancelled, CalendarRefusals.AlreadyCancelled)
            .If(round.ShortNotice, CalendarRefusals.ShortNotice)
            .If(setting.Today <= round.Due, () => CalendarRefusals.RoundStillOpen(round.Due))
            .Else(() => new RoundClosed(Meeting, Missing));
    }
}
