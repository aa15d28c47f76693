namespace Initiatives.Domain;

/// <summary>Something the secretariat wants of one action plan. Decides like <see cref="InitiativeCommand"/>.</summary>
public abstract record PlanCommand
{
    /// <summary>The facts that follow, or why not.</summary>
    public abstract Decision<PlanEvent> Decide(Plan plan, Setting setting);

    /// <summary>Rules for a plan that is drawn up and not closed.</summary>
    private protected static Rules<PlanEvent> Running(Plan plan) =>
        new Rules<PlanEvent>()
            .If(!plan.Exists, PlanRefusals.NotDrawnUp)
            .If(plan.Closed is not null, PlanRefusals.IsClosed);

    /// <summary>Rules for what a plan says of itself.</summary>
    private protected static Rules<PlanEvent> Frame(Rules<PlanEvent> rules, string title, DateOnly from, DateOnly to, IReadOnlyList<FocusArea> areas) =>
        rules
            .Text(title, "title", ("handleplanens titel", "the plan's title"), BrokenRules.LongestTitle)
            .Date(from, "from")
            .Date(to, "to")
            .If(to < from, PlanRefusals.EndsBeforeStart)
            .Each(areas, "focusAreas", (area, path) => rules
                .Slug(area.Id, $"{path}.id")
                .Text(area.Name, $"{path}.name", ("indsatsområdets navn", "the focus area's name"), BrokenRules.LongestTitle))
            .If(areas.DistinctBy(a => a.Id).Count() < areas.Count, () => InitiativeRefusals.ListedTwice("focusAreas"));
}
