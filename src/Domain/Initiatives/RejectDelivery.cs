namespace Initiatives.Domain;

/// <summary>A forum of the chain does not accept the claim: the initiative is back in delivery.</summary>
public sealed record RejectDelivery(string Forum, string Reasons, string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Rejection is { } r && r.Forum == Forum && r.Reasons == Reasons
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .If(initiative is { Exists: true, HasEnded: false, Claim: null }, InitiativeRefusals.NotDelivered)
                .TurnInChain(Forum, initiative.Claim?.Approvals.Select(a => a.Forum) ?? [])
                .Meeting(Meeting, Forum)
                .Text(Reasons, "reasons", ("en begrundelse", "the reasons"))
                .Else(() => [new DeliveryRejected(Forum, Reasons, Meeting)]);
}
