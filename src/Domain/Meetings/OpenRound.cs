namespace Initiatives.Domain;

/// <summary>The round before a meeting opens; from now on its due day stands as told. A job's command, taken late when the job was.</summary>
/// <param name="Expected">Those that owe a status: <see cref="Board.Owes(LightTrack, Round)"/>.</param>
public sealed record OpenRound(string Meeting, IReadOnlyList<InitiativeRef> Expected) : CalendarCommand
{
    public override Decision<CalendarEvent> Decide(Calendar calendar, Setting setting)
    {
        if (calendar.Find(Meeting) is not { } meeting)
            return InitiativeRefusals.MeetingUnknown("meeting");
        if (meeting.RoundOpened is not null)
            return Decision<CalendarEvent>.Nothing;
        if (setting.Cluster.ManagingForum is not { } forum || forum.Id != meeting.Forum)
            return CalendarRefusals.HasNoRound();

        var round = Round.Of(meeting, forum.Rhythm);
        return new Rules<CalendarEvent>()
            .If(meeting.IsCancelled, CalendarRefusals.AlreadyCancelled)
            .If(meeting.On < setting.Today, () => CalendarRefusals.AlreadyHeld(meeting))
            .If(round.ShortNotice, CalendarRefusals.ShortNotice)
            .If(setting.Today < round.Opens, () => CalendarRefusals.RoundTooEarly(round.Opens))
            .Else(() => new RoundOpened(Meeting, setting.Today, round.Due, Expected));
    }
}
