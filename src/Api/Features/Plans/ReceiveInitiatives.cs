using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Workbooks;
using Initiatives.Domain;
using MediatR;

namespace Initiatives.Api.Features.Plans;

/// <summary>POST .../initiatives/import: an Excel sheet of orders as the body; <c>?dryRun=true</c> says what it would do and does nothing.</summary>
internal static class ReceiveInitiatives
{
    /// <param name="Initiatives">Numbers in the sheet.</param>
    /// <param name="Facts">That were, or would be, recorded; none when the plan had it all.</param>
    public sealed record View(string Plan, bool DryRun, IReadOnlyList<int> Initiatives, int Facts);

    public static async Task<IResult> Handle(string cluster, string? forum, bool? dryRun, CardReader cards, InitiativeSheet sheets, IMediator mediator, TimeProvider time, HttpContext http)
    {
        if (await cards.ReadAsync(cluster, cancellation: http.RequestAborted) is not { } overview) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        if (!overview.Plan.Exists) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("plan"));
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var by = http.Caller().In(cluster);
        var context = new CommandContext(cluster, by?.Id ?? http.Caller().Id, time.GetUtcNow(), By: by);
        var ordering = forum ?? overview.Cluster.Forums.FirstOrDefault(f => f.Has(ForumDuty.PlaceOrders))?.Id ?? "";
        var sheet = await sheets.ReadAsync(body.ToArray(), context, overview.Cluster, overview.Plan, ordering, http.RequestAborted);
        if (sheet.Faults.Count > 0) return Problems.Result(http, StatusCodes.Status400BadRequest, sheet.Faults);
        if (dryRun != true && sheet.Facts > 0)
        {
            switch (await mediator.Send(new Change(context, sheet.Wishes), http.RequestAborted))
            {
                case Outcome.Accepted:
                    break;
                case Outcome.Refused refused:
                    return Problems.Result(http, StatusCodes.Status409Conflict, refused.Refusals);
                default:
                    return Problems.Result(http, StatusCodes.Status403Forbidden, Faults.Forbidden);
            }
        }
        return Results.Ok(new View(overview.Plan.Id, dryRun == true, [.. sheet.Orders.Select(o => o.Order.Number)], sheet.Facts));
    }
}
