namespace Initiatives.Domain;

/// <summary>
/// After the last approval the members of the working group are named, and the work starts ("specificeres med konkrete
/// navne på deltagerne", Chefforum 31 March 2023, item 4).
/// </summary>
public sealed record StartInitiative(IReadOnlyList<WorkingGroupMember> WorkingGroup) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.Phase is Phase.InDelivery && initiative.WorkingGroup.SequenceEqual(WorkingGroup))
            return Decision<InitiativeEvent>.Nothing;
        return new BrokenRules(initiative, setting)
            .NotEnded()
            .If(initiative.Exists && initiative.Phase is Phase.Ordered or Phase.Anchored or Phase.AwaitingApproval, InitiativeRefusals.NotApproved)
            .If(initiative.Phase is Phase.InDelivery or Phase.Paused or Phase.Delivered, InitiativeRefusals.AlreadyStarted)
            .If(initiative is { Exists: true, HasEnded: false, Ownership: null or { Owner: null } }, InitiativeRefusals.OwnerNotNamed)
            .Members(WorkingGroup)
            .Else(() => [new InitiativeStarted(WorkingGroup)]);
    }
}
