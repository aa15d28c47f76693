namespace Initiatives.Domain;

/// <summary>An item goes to a later meeting of the forum. Sent together with <see cref="ReceiveAgendaItem"/> for that meeting.</summary>
/// <param name="Item">Key.</param>
public sealed record MoveAgendaItem(string Meeting, string Forum, string Item, string ToMeeting, string? Reason = null) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting) =>
        agenda.Away.Contains(new(Item, ToMeeting))
            ? Decision<AgendaEvent>.Nothing
            : Later(Known(Open(agenda, setting), Item), ToMeeting, setting)
                .Note(Reason, "reason")
                .Else(() => new AgendaItemMoved(Meeting, Item, ToMeeting, Reason));
}
