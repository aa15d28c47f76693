namespace Initiatives.Domain;

/// <summary>An organisation no longer wants to own the initiative or take part in it.</summary>
public sealed record WithdrawInterest(string Organisation) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Exists && initiative.Interests.All(i => i.Organisation != Organisation) && setting.Cluster.HasOrganisation(Organisation)
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .Organisation(Organisation, "organisation")
                .Else(() => [new InterestWithdrawn(Organisation)]);
}
