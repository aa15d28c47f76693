namespace Initiatives.Domain;

/// <summary>
/// An initiative gets its number in the plan. Written together with <see cref="OrderInitiative"/>: a number that is
/// taken is refused there, where the same order sent twice can be told from another order.
/// </summary>
/// <param name="Number">1 and up.</param>
public sealed record ListInitiative(int Number) : PlanCommand
{
    public override Decision<PlanEvent> Decide(Plan plan, Setting setting) =>
        plan.Initiatives.Contains(Number)
            ? Decision<PlanEvent>.Nothing
            : Running(plan)
                .If(Number < 1, InitiativeRefusals.NumberMalformed)
                .Else(() => new InitiativeListed(Number));
}
