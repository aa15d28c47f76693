using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>POST .../order/reservations: a forum sets a condition that somebody must fulfil.</summary>
internal static class ReserveOrder
{
    /// <param name="Owner">Person or organisation id.</param>
    public sealed record Body(string Forum, string Text, string? Owner = null, DateOnly? Due = null);

    public static readonly Body Example = new("politisk-niveau", "Politisk godkendelse i kommunerne", "aalborg", new(2023, 5, 1));

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.AddAsync(address.Located, address.Wish(new Domain.ReserveOrder(body.Forum, body.Text, body.Owner, body.Due)));
}
