namespace Initiatives.Domain;

/// <summary>The initiative is always in the political status from now on, whatever its light.</summary>
/// <param name="Forum">Null when the secretariat acts on its own.</param>
public sealed record AskSpecialAttention(string? Forum, string Reason) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.SpecialAttention)
            return Decision<InitiativeEvent>.Nothing;
        var broken = new BrokenRules(initiative, setting);
        if (Forum is not null)
            broken.Forum(Forum);
        return broken
            .NotEnded()
            .Text(Reason, "reason", ("en begrundelse", "a reason"))
            .Else(() => [new SpecialAttentionAsked(Forum, Reason)]);
    }
}
