namespace Initiatives.Domain;

/// <summary>An item is not taken up at this meeting. What it is about still awaits the forum, and comes again at its next.</summary>
/// <param name="Item">Key.</param>
public sealed record TakeOffAgendaItem(string Meeting, string Forum, string Item, string? Reason = null) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting) =>
        agenda.Away.Contains(new(Item, null))
            ? Decision<AgendaEvent>.Nothing
            : Known(Open(agenda, setting), Item)
                .Note(Reason, "reason")
                .Else(() => new AgendaItemTakenOff(Meeting, Item, Reason));
}
