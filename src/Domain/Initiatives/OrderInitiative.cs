namespace Initiatives.Domain;

/// <summary>The political level orders an initiative under a number of the plan. That the plan stands is asked before.</summary>
/// <param name="Forum">The forum that places the order.</param>
/// <param name="Responsible">The organisation named in the order itself, before any ownership round.</param>
/// <param name="CarriesOn">What it grew out of; null when new.</param>
public sealed record OrderInitiative(
    string Forum,
    string Plan,
    int Number,
    string Title,
    string FocusArea,
    string Order,
    IReadOnlyList<string> Partners,
    string? FirstStep = null,
    string? Responsible = null,
    string? Involve = null,
    Origin? CarriesOn = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.Order is { } order && order == ToFact())
            return Decision<InitiativeEvent>.Nothing;
        var broken = new BrokenRules(initiative, setting);
        return broken
            .If(initiative.Exists, () => InitiativeRefusals.NumberTaken(Number))
            .If(Number < 1, InitiativeRefusals.NumberMalformed)
            .Forum(Forum, ForumDuty.PlaceOrders)
            .Text(Plan, "plan", ("handleplanens id", "the plan's id"), BrokenRules.LongestId)
            .Text(Title, "title", ("en titel", "a title"), BrokenRules.LongestTitle)
            .Text(FocusArea, "focusArea", ("et indsatsområde", "a focus area"), BrokenRules.LongestId)
            .Text(Order, "order", ("bestillingen", "the order"))
            .Each(Partners, "partners", (partner, path) => broken.Organisation(partner, path))
            .Note(FirstStep, "firstStep")
            .If(Responsible is not null && !setting.Cluster.HasOrganisation(Responsible), () => InitiativeRefusals.OrganisationUnknown("responsible", Responsible))
            .Note(Involve, "involve")
            .If(CarriesOn is { Kind: not ("split" or "merge" or Origin.EarlierPlan) }, () => InitiativeRefusals.ValueUnknown("carriesOn.kind"))
            .Else(() => [ToFact()]);
    }

    private InitiativeOrdered ToFact() =>
        new(Plan, Number, Title, FocusArea, Order, Partners, FirstStep, Responsible, Involve, CarriesOn);
}
