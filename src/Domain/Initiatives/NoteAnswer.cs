namespace Initiatives.Domain;

/// <summary>The managing forum takes note of the answer ("Taget til efterretning"): it is its turn again.</summary>
public sealed record NoteAnswer(int Escalation, string Forum, string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var known = Escalation >= 1 && Escalation <= initiative.Escalations;
        var open = initiative.Escalation(Escalation);
        return known && open is null && !initiative.HasEnded
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .If(!known, () => InitiativeRefusals.EscalationUnknown(Escalation))
                .If(open is { Answer: null }, () => InitiativeRefusals.EscalationUndecided(Escalation))
                .Forum(Forum, ForumDuty.ManageDeviations)
                .Meeting(Meeting, Forum)
                .Else(() => [new EscalationAnswerNoted(Escalation, Forum, Meeting)]);
    }
}
