namespace Initiatives.Domain;

/// <summary>An item that was taken off is on the agenda after all.</summary>
/// <param name="Item">Key.</param>
public sealed record PutBackAgendaItem(string Meeting, string Forum, string Item) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting) =>
        agenda.Away.All(a => a.Item != Item || a.To is not null)
            ? Decision<AgendaEvent>.Nothing
            : Open(agenda, setting).Else(() => new AgendaItemPutBack(Meeting, Item));
}
