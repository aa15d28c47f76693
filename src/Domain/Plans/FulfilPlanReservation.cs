namespace Initiatives.Domain;

/// <summary>A condition on the plan is met (Midt: "Politisk godkendelse i kommunerne"). Also after the plan is closed.</summary>
/// <param name="Reservation">Its number within the plan.</param>
public sealed record FulfilPlanReservation(int Reservation, string? Note = null) : PlanCommand
{
    public override Decision<PlanEvent> Decide(Plan plan, Setting setting) =>
        Reservation >= 1 && Reservation <= plan.Reservations && !plan.OpenReservations.Contains(Reservation)
            ? Decision<PlanEvent>.Nothing
            : new Rules<PlanEvent>()
                .If(!plan.Exists, PlanRefusals.NotDrawnUp)
                .If(!plan.OpenReservations.Contains(Reservation), () => PlanRefusals.ReservationUnknown(Reservation, plan.Reservations))
                .Note(Note, "note")
                .Else(() => new PlanReservationFulfilled(Reservation, Note));
}
