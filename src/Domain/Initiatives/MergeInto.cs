namespace Initiatives.Domain;

/// <summary>The initiative ends and lives on in another of the same plan, which absorbs it in the same transaction.</summary>
public sealed record MergeInto(string Forum, int Into, string Reason) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Ending is { Kind: EndingKind.Merged } ending && ending.Into.Contains(Into)
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .If(Into < 1, () => InitiativeRefusals.ValueUnknown("into"))
                .If(Into == initiative.Number, () => InitiativeRefusals.IntoItself("into"))
                .Forum(Forum, ForumDuty.PlaceOrders, ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations)
                .Text(Reason, "reason", ("en begrundelse", "a reason"))
                .Else(() => [.. initiative.EndDeviation(Forum), new InitiativeMerged(Into, Reason)]);
}
