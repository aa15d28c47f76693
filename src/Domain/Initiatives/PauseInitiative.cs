namespace Initiatives.Domain;

/// <summary>The work rests and nobody is reminded. Said again with another day, the pause is longer or shorter.</summary>
/// <param name="Until">When it is meant to go on; null when not known.</param>
public sealed record PauseInitiative(string Reason, DateOnly? Until = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var fact = new InitiativePaused(Reason, Until);
        if (initiative.Pause == fact)
            return Decision<InitiativeEvent>.Nothing;
        var broken = new BrokenRules(initiative, setting);
        return (initiative.Phase is Phase.Paused ? broken : broken.InDelivery())
            .Text(Reason, "reason", ("en begrundelse", "a reason"))
            .Date(Until, "until")
            .If(Until < setting.Today, () => InitiativeRefusals.DatePast("until"))
            .Else(() => [fact]);
    }
}
