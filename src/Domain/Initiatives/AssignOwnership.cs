namespace Initiatives.Domain;

/// <summary>
/// The ownership round ends, or ownership changes hands. An organisation comes first, people as they are named: from
/// then on the initiative is anchored.
/// </summary>
/// <param name="Owner">Person id.</param>
/// <param name="ProjectLead">Person id.</param>
public sealed record AssignOwnership(string Organisation, string? Owner = null, string? ProjectLead = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var fact = new OwnershipAssigned(Organisation, Owner, ProjectLead);
        if (initiative.Ownership == fact)
            return Decision<InitiativeEvent>.Nothing;
        var broken = new BrokenRules(initiative, setting).NotEnded().Organisation(Organisation, "organisation");
        if (Owner is not null)
            broken.Person(Owner, "owner");
        if (ProjectLead is not null)
            broken.Person(ProjectLead, "projectLead");
        return broken.Else(() => [fact]);
    }
}
