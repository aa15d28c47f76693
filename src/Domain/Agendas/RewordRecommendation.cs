namespace Initiatives.Domain;

/// <summary>The recommendation of an item in other words than the customary ones; nothing at all where nothing is asked of the forum.</summary>
/// <param name="Item">Key.</param>
/// <param name="Recommendation">The whole sentence.</param>
public sealed record RewordRecommendation(string Meeting, string Forum, string Item, string Recommendation) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting) =>
        agenda.Reworded.Contains(new(Item, Recommendation))
            ? Decision<AgendaEvent>.Nothing
            : Known(Open(agenda, setting), Item)
                .Note(Recommendation, "recommendation")
                .Else(() => new AgendaItemReworded(Meeting, Item, Recommendation));
}
