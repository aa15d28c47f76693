using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>Action plans (handleplaner). The one drawn up last is the plan in hand; a new one takes over from its predecessor.</summary>
internal static class PlanRoutes
{
    public static void MapPlans(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/plans", ReadPlans.Handle).Needs(RightsTable.ReadPlan).Reads<ReadPlans.All>("The cluster's plans, oldest first");
        cluster.MapGet("/plans/{plan}", ReadPlans.HandleOne).Needs(RightsTable.ReadPlan).Reads<ReadPlans.View>("One plan: period, areas, approvals, what was not carried over");
        cluster.MapPut("/plans/{plan}", DrawUpPlan.Handle).Needs<Domain.DrawUpPlan>().Puts("Draw up a plan; with If-Match, revise it");
        cluster.MapPut("/plans/{plan}/approvals/{forum}", ApprovePlan.Handle).Needs<Domain.ApprovePlan>().Changes("A forum approves it");
        cluster.MapPut("/plans/{plan}/reservations/{reservation:int}/fulfilment", FulfilPlanReservation.Handle).Needs<Domain.FulfilPlanReservation>().Changes("A reservation on it has been met");
        cluster.MapPost("/plans/{plan}/not-carried", DropFromPlan.Handle).Needs<Domain.DropFromPlan>().Changes("Record what was considered and not carried over");
        cluster.MapPost("/initiatives/import", ReceiveInitiatives.Handle).Needs<Domain.OrderInitiative>()
            .TakesIn<ReceiveInitiatives.View>("Order initiatives from an Excel sheet, into the plan in hand").WithMetadata(new BodyLimit(Workbooks.WorkbookLimits.File));
        cluster.MapPut("/plans/{plan}/closing", ClosePlan.Handle).Needs<Domain.ClosePlan>().Changes("End it, with what was learned");
        cluster.MapPut("/plans/{plan}/successor/{successor}", SucceedPlan.Handle).Needs<Domain.DrawUpPlan>().Changes("Close it and let another plan take over what has not ended");
    }
}
