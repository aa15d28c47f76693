using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Plans;

/// <summary>Action plans (handleplaner). The one drawn up last is the plan in hand; a new one takes over from its predecessor.</summary>
internal static class PlanRoutes
{
    public static void MapPlans(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/plans", ReadPlans.Handle).Reads<ReadPlans.All>("The cluster's plans, oldest first");
        cluster.MapGet("/plans/{plan}", ReadPlans.HandleOne).Reads<ReadPlans.View>("One plan: period, areas, approvals, what was not carried over");
        cluster.MapPut("/plans/{plan}", DrawUpPlan.Handle).Puts("Draw up a plan; with If-Match, revise it");
        cluster.MapPut("/plans/{plan}/approvals/{forum}", ApprovePlan.Handle).Changes("A forum approves it");
        cluster.MapPut("/plans/{plan}/reservations/{reservation:int}/fulfilment", FulfilPlanReservation.Handle).Changes("A reservation on it has been met");
        cluster.MapPost("/plans/{plan}/not-carried", DropFromPlan.Handle).Changes("Record what was considered and not carried over");
        cluster.MapPut("/plans/{plan}/closing", ClosePlan.Handle).Changes("End it");
    }
}
