namespace Initiatives.Domain;

/// <summary>
/// What was in force in the earlier plan is in force here, without going through the chain again: nothing was promised anew. Part of the
/// carrying over, in the same transaction.
/// </summary>
/// <param name="WorkingGroup">Of the work that had started; null when it had not.</param>
public sealed record CarryTermsOn(DeliveryTerms Terms, IReadOnlyList<WorkingGroupMember>? WorkingGroup) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.InForce is { Revision: 1 } known && known.Terms == Terms)
            return Decision<InitiativeEvent>.Nothing;
        return new BrokenRules(initiative, setting)
            .NotEnded()
            .If(initiative is { Exists: true, HasEnded: false } && (initiative.Order?.CarriesOn?.Kind != Origin.EarlierPlan || initiative.Revision > 0), InitiativeRefusals.NothingToCarryOn)
            .Else(() => WorkingGroup is null
                ? [new ConfirmationSubmitted(1, Terms, null), new TermsTookForce(1)]
                : [new ConfirmationSubmitted(1, Terms, null), new TermsTookForce(1), new InitiativeStarted(WorkingGroup)]);
    }
}
