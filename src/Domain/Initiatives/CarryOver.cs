namespace Initiatives.Domain;

/// <summary>
/// The plan ends before the initiative does: it ends here and goes on in the plan that takes over, where it is ordered with this one as
/// its origin in the same transaction. It is not closed by that, whatever its light.
/// </summary>
/// <param name="Plan">Id of the plan that takes over.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Statuses">How many statuses it had when what goes on was read: a later one would be lost.</param>
public sealed record CarryOver(string Forum, string Plan, int Number, string Reason, int Statuses) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Ending is { Kind: EndingKind.CarriedOver } ending && ending.Into.Contains(Number)
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .If(Number < 1, InitiativeRefusals.NumberMalformed)
                .If(initiative.Exists && Plan == initiative.Plan, PlanRefusals.SucceedsItself)
                .If(initiative is { Exists: true, HasEnded: false } && Statuses != initiative.Statuses, () => InitiativeRefusals.ChangedMeanwhile(initiative.Number))
                .Forum(Forum, ForumDuty.PlaceOrders, ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations)
                .Text(Reason, "reason", ("en begrundelse", "a reason"))
                .Else(() => [.. initiative.EndDeviation(Forum), new InitiativeCarriedOver(Forum, Plan, Number, Reason)]);
}
