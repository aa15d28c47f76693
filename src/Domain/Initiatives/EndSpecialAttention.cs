namespace Initiatives.Domain;

/// <summary>The initiative is in the political status only when its light calls for it.</summary>
/// <param name="Forum">Null when the secretariat acts on its own.</param>
public sealed record EndSpecialAttention(string? Forum, string Reason) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.Exists && !initiative.SpecialAttention)
            return Decision<InitiativeEvent>.Nothing;
        var broken = new BrokenRules(initiative, setting);
        if (Forum is not null)
            broken.Forum(Forum);
        return broken
            .NotEnded()
            .Text(Reason, "reason", ("en begrundelse", "a reason"))
            .Else(() => [new SpecialAttentionEnded(Forum, Reason)]);
    }
}
