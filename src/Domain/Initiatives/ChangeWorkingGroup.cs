namespace Initiatives.Domain;

/// <summary>Members join or leave the working group.</summary>
/// <param name="WorkingGroup">The whole group from now on.</param>
public sealed record ChangeWorkingGroup(IReadOnlyList<WorkingGroupMember> WorkingGroup) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.Exists && initiative.WorkingGroup.SequenceEqual(WorkingGroup) && WorkingGroup.Count > 0)
            return Decision<InitiativeEvent>.Nothing;
        return new BrokenRules(initiative, setting)
            .NotEnded()
            .If(initiative.Phase is Phase.Ordered or Phase.Anchored or Phase.AwaitingApproval or Phase.Approved, InitiativeRefusals.NotStarted)
            .Members(WorkingGroup)
            .Else(() => [new WorkingGroupChanged(WorkingGroup)]);
    }
}
