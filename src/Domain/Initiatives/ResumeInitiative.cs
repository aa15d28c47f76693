namespace Initiatives.Domain;

/// <summary>The work goes on; a full interval passes before the next status is due.</summary>
public sealed record ResumeInitiative(string? Note = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.Phase is Phase.InDelivery)
            return Decision<InitiativeEvent>.Nothing;
        var broken = new BrokenRules(initiative, setting);
        return (initiative.Phase is Phase.Paused ? broken : broken.InDelivery())
            .Note(Note, "note")
            .Else(() => [new InitiativeResumed(setting.Today, Note)]);
    }
}
