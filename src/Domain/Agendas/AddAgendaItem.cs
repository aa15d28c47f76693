namespace Initiatives.Domain;

/// <summary>An item that nothing in the action plan asks for, before the meeting or raised at it.</summary>
public sealed record AddAgendaItem(string Meeting, string Forum, string Heading, string Recommendation, string? Background = null) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting)
    {
        if (agenda.Added.Any(i => i.Kind is AgendaItemKind.Free && i.Heading == Heading && i.Recommendation == Recommendation && i.Background == Background))
            return Decision<AgendaEvent>.Nothing;
        var item = new AgendaItem(FormattableString.Invariant($"{Agenda.FreeKey}{agenda.FreeItems + 1}"), AgendaItemKind.Free, Heading, Recommendation, Background: Background);
        return Said(Open(agenda, setting), item).Else(() => new AgendaItemAdded(Meeting, item));
    }
}
