namespace Initiatives.Domain;

/// <summary>A forum puts a revision off to a named meeting of its own.</summary>
public sealed record PostponeConfirmation(int Revision, string Forum, string ToMeeting, string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Pending is { Postponed: { } p } && p.Revision == Revision && p.Forum == Forum && p.ToMeeting == ToMeeting
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .AwaitsDecision(Revision, Forum)
                .Meeting(Meeting, Forum)
                .If(setting.Calendar.Find(ToMeeting) is null, () => InitiativeRefusals.MeetingUnknown("toMeeting"))
                .MeetingOf(setting.Calendar.Find(ToMeeting)?.Id, Forum, "toMeeting")
                .If(setting.Calendar.Find(ToMeeting)?.On < setting.Today, () => InitiativeRefusals.DatePast("toMeeting"))
                .Else(() => [new ConfirmationPostponed(Revision, Forum, ToMeeting, Meeting)]);
}
