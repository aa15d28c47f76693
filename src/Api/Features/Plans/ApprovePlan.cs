using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>PUT .../plans/{plan}/approvals/{forum}: as it is, with reservations or with remarks.</summary>
internal static class ApprovePlan
{
    public sealed record Body(DateOnly On, IReadOnlyList<Condition>? Reservations = null, IReadOnlyList<string>? Remarks = null, string? Meeting = null);

    public static readonly Body Example = new(new(2023, 3, 13), [new("Politisk godkendelse i kommunerne")], ["Indsats 10 skal være handlingsorienteret"]);

    public static Task<IResult> Handle(string plan, string forum, Body body, Desk desk) =>
        desk.ChangeAsync(new PlanWish(plan, new Domain.ApprovePlan(forum, body.On, body.Reservations ?? [], body.Remarks ?? [], body.Meeting)));
}
