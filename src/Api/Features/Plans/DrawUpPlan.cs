using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>PUT .../plans/{plan}: draws it up; with If-Match it is revised, and its initiatives stay.</summary>
internal static class DrawUpPlan
{
    /// <param name="Reason">Why it is revised.</param>
    public sealed record Body(string Title, DateOnly From, DateOnly To, IReadOnlyList<FocusArea> FocusAreas, string? Reason = null);

    public static readonly Body Example = new("Handleplan for Sundhedsklynge Midt", new(2022, 9, 20), new(2023, 12, 31), [new("mental", "Mental sundhed og psykiatriske lidelser"), new("oevrige", "Øvrige")]);

    public static Task<IResult> Handle(string plan, Body body, Desk desk, HttpRequest request) =>
        request.Headers.IfMatch.Count > 0
            ? desk.ChangeAsync(new PlanWish(plan, new RevisePlan(body.Title, body.From, body.To, body.FocusAreas, body.Reason)))
            : desk.CreateAsync(
                fact => fact is PlanDrawnUp ? $"plans/{plan}" : null,
                new PlanWish(plan, new Domain.DrawUpPlan(plan, body.Title, body.From, body.To, body.FocusAreas), Creates: true));
}
