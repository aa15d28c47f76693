namespace Initiatives.Domain;

/// <summary>The forum that has an escalation sends it one forum further up.</summary>
public sealed record ForwardEscalation(int Escalation, string Forum, string Reason, string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.Escalation(Escalation) is { Answer: null } escalation && escalation.ForwardedBy == Forum && escalation.With != Forum)
            return Decision<InitiativeEvent>.Nothing;
        var from = setting.Cluster.Forum(Forum);
        var up = setting.Cluster.Forum(from?.EscalatesTo ?? "");
        return new BrokenRules(initiative, setting)
            .NotEnded()
            .EscalationWith(Escalation, Forum)
            .If(from is not null && up is null, () => InitiativeRefusals.EscalatesElsewhere(from!, null))
            .Meeting(Meeting, Forum)
            .Text(Reason, "reason", ("en begrundelse", "a reason"))
            .Else(() => [new EscalationForwarded(Escalation, Forum, up!.Id, Reason, Meeting)]);
    }
}
