namespace Initiatives.Domain;

/// <summary>The minutes are ready for the chair to approve.</summary>
public sealed record PutMinutesForward(string Meeting, string Forum) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting)
    {
        if (agenda.IsPutForward || agenda.IsFrozen)
            return Decision<AgendaEvent>.Nothing;
        var meeting = setting.Calendar.Find(Meeting);
        return Open(agenda, setting)
            .If(meeting is not null && meeting.On > setting.Today, () => AgendaRefusals.NotHeldYet(meeting!.On))
            .Else(() => new MinutesPutForward(Meeting));
    }
}
