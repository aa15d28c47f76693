namespace Initiatives.Domain;

/// <summary>A forum sets a condition on the order that somebody must fulfil.</summary>
/// <param name="Owner">Person or organisation id; null while nobody has taken it on.</param>
public sealed record ReserveOrder(string Forum, string Text, string? Owner = null, DateOnly? Due = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.OpenReservations.Any(r => r.Forum == Forum && r.Text == Text && r.Owner == Owner && r.Due == Due)
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .Forum(Forum)
                .Reservation(new Condition(Text, Owner, Due), "")
                .Else(() => [new OrderReservationAdded(initiative.Reservations + 1, Forum, Text, Owner, Due)]);
}
