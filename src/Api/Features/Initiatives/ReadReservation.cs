namespace Initiatives.Api.Features.Initiatives;

/// <summary>GET .../reservations/{reservation}: numbered from 1 within the initiative, whether on the order or on an approval.</summary>
internal static class ReadReservation
{
    public static Task<IResult> Handle([AsParameters] InitiativeQuery query, int reservation) =>
        query.ShowAsync(seen => seen.Record.Reservations.FirstOrDefault(r => r.Number == reservation) is { } found ? ReservationView.Of(found) : null, "reservation");
}
