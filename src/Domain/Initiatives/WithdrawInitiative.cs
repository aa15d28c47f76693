namespace Initiatives.Domain;

/// <summary>A forum takes the initiative off the plan, at any point of its life (e.g. "indskrevet som generel rettesnor").</summary>
public sealed record WithdrawInitiative(string Forum, string Reason) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Ending?.Kind is EndingKind.Withdrawn
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .Forum(Forum, ForumDuty.PlaceOrders, ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations)
                .Text(Reason, "reason", ("en begrundelse", "a reason"))
                .Else(() => [.. initiative.EndDeviation(Forum), new InitiativeWithdrawn(Forum, Reason)]);
}
