namespace Initiatives.Domain;

/// <summary>An item that an earlier meeting moved here, or put off.</summary>
/// <param name="From">The earlier meeting.</param>
public sealed record ReceiveAgendaItem(string Meeting, string Forum, AgendaItem Item, string From) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting)
    {
        // By-hand items are numbered per meeting: one that comes from elsewhere takes its meeting's name along.
        var item = Item.Key.StartsWith(Agenda.FreeKey, StringComparison.Ordinal) ? Item with { Key = $"from-{From}-{Item.Key}" } : Item;
        return agenda.Added.Contains(item) && agenda.Away.All(a => a.Item != item.Key)
            ? Decision<AgendaEvent>.Nothing
            : Said(Open(agenda, setting), item)
                .If(setting.Calendar.Find(From)?.Forum != Forum, () => InitiativeRefusals.MeetingOfAnotherForum("from"))
                .Else(() => new AgendaItemReceived(Meeting, item, From));
    }
}
