namespace Initiatives.Domain;

/// <summary>A forum ends the plan. Its initiatives end each on their own; no new ones are listed.</summary>
/// <param name="SuccessorPlan">Id of the plan that carries on; null when there is none yet.</param>
public sealed record ClosePlan(DateOnly On, string Forum, string Decision, string? SuccessorPlan = null) : PlanCommand
{
    public override Decision<PlanEvent> Decide(Plan plan, Setting setting) =>
        plan.Closed == On
            ? Decision<PlanEvent>.Nothing
            : Running(plan)
                .Forum(setting.Cluster, Forum)
                .Date(On, "on")
                .If(On > setting.Today, () => InitiativeRefusals.DateInFuture("on"))
                .Text(Decision, "decision", ("beslutningen", "the decision"))
                .If(SuccessorPlan is not null && SuccessorPlan == plan.Id, PlanRefusals.SucceedsItself)
                .Else(() => new PlanClosed(On, Forum, Decision, SuccessorPlan));
}
