using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../split: it ends and lives on in several, which are ordered and listed with it as their origin; all or nothing.</summary>
internal static class SplitInitiative
{
    /// <param name="Forum">A forum that places orders.</param>
    public sealed record Body(string Forum, string Reason, IReadOnlyList<Part> Into);

    /// <param name="FocusArea">Left out, the one it had.</param>
    /// <param name="Partners">Left out, those it had.</param>
    public sealed record Part(int Number, string Title, string Order, string? FocusArea = null, IReadOnlyList<string>? Partners = null);

    public static readonly Body Example = new("politisk-niveau", "Børn og voksne kræver hver sin indsats",
        [new(16, "Overgange for børn", "Den del, der handler om børn."), new(17, "Overgange for voksne", "Den del, der handler om voksne.")]);

    public static async Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, CardReader cards, Desk desk, HttpContext http)
    {
        var overview = await cards.ReadAsync(address.Cluster, address.Plan, http.RequestAborted);
        if (overview?.Rows.FirstOrDefault(r => r.Card.Number == address.Number) is not { } row)
            return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("initiative"));

        var (plan, origin) = (overview.Plan.Id, new Origin("split", overview.Plan.Id, [address.Number]));
        return await desk.ChangeAsync(
        [
            address.Wish(new SplitInto(body.Forum, [.. body.Into.Select(p => p.Number)], body.Reason)),
            .. body.Into.Select(p => new InitiativeWish(plan, p.Number, Order(p), Creates: true)),
            .. body.Into.Select(p => new PlanWish(plan, new ListInitiative(p.Number))),
        ]);

        Domain.OrderInitiative Order(Part p) =>
            new(body.Forum, plan, p.Number, p.Title, p.FocusArea ?? row.Card.FocusArea, p.Order, p.Partners ?? row.Card.Partners, CarriesOn: origin);
    }
}
