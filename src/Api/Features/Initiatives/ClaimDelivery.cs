using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../delivery: the owner claims delivery, measured against the indicators.</summary>
internal static class ClaimDelivery
{
    public sealed record Body(string Claim, IReadOnlyList<IndicatorReading>? Readings = null);

    public static readonly Body Example = new("Forløbet er i drift i begge kommuner", [new("kontakter", 2.9m, new(2023, 12, 31))]);

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.ClaimDelivery(body.Claim, body.Readings ?? [])));
}
