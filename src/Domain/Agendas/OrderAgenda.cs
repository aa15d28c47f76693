namespace Initiatives.Domain;

/// <summary>The items in another order. Those not named fall in where they customarily stand.</summary>
/// <param name="Items">Keys.</param>
public sealed record OrderAgenda(string Meeting, string Forum, IReadOnlyList<string> Items) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting)
    {
        if (agenda.Order.Count > 0 && agenda.Order.SequenceEqual(Items))
            return Decision<AgendaEvent>.Nothing;
        var rules = Open(agenda, setting);
        return rules
            .Each(Items, "items", (item, _) => Known(rules, item))
            .If(Items.Distinct().Count() < Items.Count, AgendaRefusals.OrderNamesTwice)
            .Else(() => new AgendaOrdered(Meeting, Items));
    }
}
