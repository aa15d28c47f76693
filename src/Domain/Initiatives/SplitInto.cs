namespace Initiatives.Domain;

/// <summary>The initiative ends and lives on in several, which are ordered with this one as their origin.</summary>
public sealed record SplitInto(string Forum, IReadOnlyList<int> Into, string Reason) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Ending is { Kind: EndingKind.Split } ending && ending.Into.SequenceEqual(Into)
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .If(Into.Count < 2, InitiativeRefusals.SplitNeedsTwo)
                .If(Into.Any(n => n < 1), () => InitiativeRefusals.ValueUnknown("into"))
                .If(Into.Distinct().Count() < Into.Count, () => InitiativeRefusals.ListedTwice("into"))
                .If(Into.Contains(initiative.Number), () => InitiativeRefusals.IntoItself("into"))
                .Forum(Forum, ForumDuty.PlaceOrders, ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations)
                .Text(Reason, "reason", ("en begrundelse", "a reason"))
                .Else(() => [.. initiative.EndDeviation(Forum), new InitiativeSplit(Into, Reason)]);
}
