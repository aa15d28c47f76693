using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../reservations/{reservation}/fulfilment: a condition on the order or on an approval has been met.</summary>
internal static class FulfilReservation
{
    public sealed record Body(string? Note = null);

    public static readonly Body Example = new("Godkendt i begge byråd");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int reservation, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.FulfilReservation(reservation, body.Note)));
}
