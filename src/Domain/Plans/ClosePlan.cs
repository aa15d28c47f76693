namespace Initiatives.Domain;

/// <summary>
/// A forum ends the plan and says what was learned from it. Its initiatives end each on their own, or are carried over into the plan that
/// takes over; no new ones are listed.
/// </summary>
/// <param name="LessonsLearned">Demanded, as of the last forum that closes an initiative.</param>
/// <param name="SuccessorPlan">Id of the plan that carries on; null when there is none yet.</param>
public sealed record ClosePlan(DateOnly On, string Forum, string Decision, string? LessonsLearned, string? SuccessorPlan = null) : PlanCommand
{
    public override Decision<PlanEvent> Decide(Plan plan, Setting setting) =>
        plan.Closed == On
            ? Decision<PlanEvent>.Nothing
            : Running(plan)
                .Forum(setting.Cluster, Forum)
                .Date(On, "on")
                .If(On > setting.Today, () => InitiativeRefusals.DateInFuture("on"))
                .Text(Decision, "decision", ("beslutningen", "the decision"))
                .Text(LessonsLearned, "lessonsLearned", ("hvad I har lært af handleplanen", "what was learned from the plan"))
                .If(SuccessorPlan is not null && SuccessorPlan == plan.Id, PlanRefusals.SucceedsItself)
                .Else(() => [new PlanLessonsRecorded(Forum, LessonsLearned!), new PlanClosed(On, Forum, Decision, SuccessorPlan)]);
}
