namespace Initiatives.Domain;

/// <summary>The other half of a merge: another initiative of the same plan lives on in this one, under its old name in the history.</summary>
/// <param name="Title">The other's title on the day.</param>
public sealed record Absorb(int From, string Title, string Reason) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Absorbed.Contains(From)
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .If(From < 1, () => InitiativeRefusals.ValueUnknown("from"))
                .If(From == initiative.Number, () => InitiativeRefusals.IntoItself("from"))
                .Text(Title, "title", ("den anden indsats' titel", "the other initiative's title"), BrokenRules.LongestTitle)
                .Text(Reason, "reason", ("en begrundelse", "a reason"))
                .Else(() => [new InitiativeAbsorbed(From, Title, Reason)]);
}
