namespace Initiatives.Domain;

/// <summary>A reservation, on the order or on an approval, has been met.</summary>
public sealed record FulfilReservation(int Reservation, string? Note = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var known = Reservation >= 1 && Reservation <= initiative.Reservations;
        return known && initiative.OpenReservations.All(r => r.Reservation != Reservation)
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .If(!known, () => InitiativeRefusals.ReservationUnknown(Reservation))
                .Note(Note, "note")
                .Else(() => [new ReservationFulfilled(Reservation, Note)]);
    }
}
