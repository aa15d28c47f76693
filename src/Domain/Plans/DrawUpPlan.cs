namespace Initiatives.Domain;

/// <summary>A new action plan, with its period and its focus areas (indsatsområder).</summary>
public sealed record DrawUpPlan(string Id, string Title, DateOnly From, DateOnly To, IReadOnlyList<FocusArea> FocusAreas) : PlanCommand
{
    public override Decision<PlanEvent> Decide(Plan plan, Setting setting)
    {
        if (plan.Exists)
            return IsThis(plan) ? Decision<PlanEvent>.Nothing : PlanRefusals.AlreadyDrawnUp(plan.Id);

        return Frame(new Rules<PlanEvent>().Slug(Id, "id"), Title, From, To, FocusAreas)
            .Else(() => new PlanDrawnUp(Id, Title, From, To, FocusAreas));
    }

    private bool IsThis(Plan p) => (p.Id, p.Title, p.From, p.To) == (Id, Title, From, To) && p.FocusAreas.SequenceEqual(FocusAreas);
}
