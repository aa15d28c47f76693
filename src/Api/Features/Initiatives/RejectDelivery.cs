using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../delivery/rejection: a forum of the chain does not accept the claim; back in delivery.</summary>
internal static class RejectDelivery
{
    public sealed record Body(string Forum, string Reasons, string? Meeting = null);

    public static readonly Body Example = new("chefforum", "Indikatoren er målt på et halvt kvartal", "chefforum-2023-11-27");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.RejectDelivery(body.Forum, body.Reasons, body.Meeting)));
}
