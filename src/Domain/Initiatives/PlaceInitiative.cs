namespace Initiatives.Domain;

/// <summary>The initiative moves to another focus area or gets other partners; the order's own words stay as they were.</summary>
public sealed record PlaceInitiative(string FocusArea, IReadOnlyList<string> Partners) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.Exists && initiative.FocusArea == FocusArea && initiative.Partners.SequenceEqual(Partners))
            return Decision<InitiativeEvent>.Nothing;
        var broken = new BrokenRules(initiative, setting);
        return broken
            .NotEnded()
            .Text(FocusArea, "focusArea", ("et indsatsområde", "a focus area"), BrokenRules.LongestId)
            .Each(Partners, "partners", (partner, path) => broken.Organisation(partner, path))
            .Else(() => [new InitiativePlaced(FocusArea, Partners)]);
    }
}
