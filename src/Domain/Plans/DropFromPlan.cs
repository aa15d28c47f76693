namespace Initiatives.Domain;

/// <summary>Considered, and not carried over as an initiative of its own (Midt: "de 8 veje", a general guide instead).</summary>
public sealed record DropFromPlan(string Title, string Reason) : PlanCommand
{
    public override Decision<PlanEvent> Decide(Plan plan, Setting setting) =>
        plan.NotCarried.Contains(new InitiativeNotCarried(Title, Reason))
            ? Decision<PlanEvent>.Nothing
            : Running(plan)
                .Text(Title, "title", ("forslagets titel", "the proposal's title"), BrokenRules.LongestTitle)
                .Text(Reason, "reason", ("begrundelsen", "the reason"))
                .If(plan.NotCarried.Any(n => n.Title == Title), () => PlanRefusals.AlreadyDropped(Title))
                .Else(() => new InitiativeNotCarried(Title, Reason));
}
