using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>POST .../initiatives: the political level orders an initiative, and the plan lists its number; both or neither.</summary>
internal static class OrderInitiative
{
    /// <param name="Forum">The forum that places the order.</param>
    /// <param name="Partners">Organisation ids.</param>
    /// <param name="Responsible">The organisation named in the order itself, before any ownership round.</param>
    public sealed record Body(
        string Forum,
        int Number,
        string Title,
        string FocusArea,
        string Order,
        IReadOnlyList<string>? Partners = null,
        string? FirstStep = null,
        string? Responsible = null,
        string? Involve = null);

    public static readonly Body Example = new(
        "politisk-niveau", 10, "Systematisk indsats for de 2 % mest komplekse borgere", "oevrige",
        "Borgere med mange sygehuskontakter og både psykiske og somatiske problemstillinger.", ["auh", "psykiatrien", "aalborg"]);

    public static async Task<IResult> Handle(string cluster, [FromQuery] string? plan, Body body, CardReader cards, Desk desk, HttpContext http)
    {
        if (plan is null && await cards.ReadAsync(cluster, cancellation: http.RequestAborted) is { Plan.Exists: true } overview) plan = overview.Plan.Id;
        if (plan is null) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(await cards.GlanceAsync(cluster, http.RequestAborted) is null ? Streams.Cluster : "plan"));

        var order = new Domain.OrderInitiative(
            body.Forum, plan, body.Number, body.Title, body.FocusArea, body.Order, body.Partners ?? [], body.FirstStep, body.Responsible, body.Involve);
        return await desk.CreateAsync(
            fact => fact is InitiativeOrdered e ? $"initiatives/{e.Number}?plan={Uri.EscapeDataString(e.Plan)}" : null,
            new InitiativeWish(plan, body.Number, order, Creates: true),
            new PlanWish(plan, new ListInitiative(body.Number)));
    }
}
