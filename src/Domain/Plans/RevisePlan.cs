namespace Initiatives.Domain;

/// <summary>Another title, period or set of focus areas; its initiatives stay.</summary>
public sealed record RevisePlan(string Title, DateOnly From, DateOnly To, IReadOnlyList<FocusArea> FocusAreas, string? Reason = null) : PlanCommand
{
    public override Decision<PlanEvent> Decide(Plan plan, Setting setting) =>
        plan.Exists && (plan.Title, plan.From, plan.To) == (Title, From, To) && plan.FocusAreas.SequenceEqual(FocusAreas)
            ? Decision<PlanEvent>.Nothing
            : Frame(Running(plan), Title, From, To, FocusAreas)
                .Note(Reason, "reason")
                .Else(() => new PlanRevised(Title, From, To, FocusAreas, Reason));
}
