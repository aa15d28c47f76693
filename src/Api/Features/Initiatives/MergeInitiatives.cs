using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../merger: it ends and lives on in another of the same plan, which absorbs it; both or neither.</summary>
internal static class MergeInitiatives
{
    /// <param name="Into">The number it lives on under.</param>
    public sealed record Body(string Forum, int Into, string Reason);

    public static readonly Body Example = new("direktoerforum", 3, "De to indsatser har samme målgruppe");

    public static async Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, CardReader cards, Desk desk, HttpContext http)
    {
        // The other keeps the title this one had; the version the caller names is the one it is read at.
        var overview = await cards.ReadAsync(address.Cluster, address.Plan, http.RequestAborted);
        if (overview?.Rows.FirstOrDefault(r => r.Card.Number == address.Number) is not { } row)
            return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("initiative"));
        return await desk.ChangeAsync(
            address.Wish(new MergeInto(body.Forum, body.Into, body.Reason)),
            new InitiativeWish(overview.Plan.Id, body.Into, new Absorb(address.Number, row.Card.Title, body.Reason)));
    }
}
