namespace Initiatives.Domain;

/// <summary>The minutes of one item, in the secretariat's words; until the chair approves they may be written again.</summary>
/// <param name="Item">Key.</param>
public sealed record WriteMinutes(string Meeting, string Forum, string Item, string Text) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting) =>
        agenda.Written.Contains(new(Item, Text))
            ? Decision<AgendaEvent>.Nothing
            : Known(Open(agenda, setting), Item)
                .Note(Text, "text")
                .Else(() => new MinutesItemWritten(Meeting, Item, Text));
}
