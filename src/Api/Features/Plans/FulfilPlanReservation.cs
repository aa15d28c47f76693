using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>PUT .../plans/{plan}/reservations/{reservation}/fulfilment: a condition on the plan is met.</summary>
internal static class FulfilPlanReservation
{
    public sealed record Body(string? Note = null);

    public static readonly Body Example = new("Godkendt i begge byråd");

    public static Task<IResult> Handle(string plan, int reservation, Body body, Desk desk) =>
        desk.ChangeAsync(new PlanWish(plan, new Domain.FulfilPlanReservation(reservation, body.Note)));
}
