using Initiatives.Api.Features.Approvals;
using Initiatives.Api.Features.Deviations;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>Initiatives: the whole life of one, from order to close, in that order. Confirmations and deviations have folders of their own.</summary>
internal static class InitiativeRoutes
{
    public static void MapInitiatives(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/initiatives", ListInitiatives.Handle).Reads<ListInitiatives.Page>("The plan's initiatives");
        cluster.MapPost("/initiatives", OrderInitiative.Handle).Creates("Order an initiative under a number of the plan");

        var one = cluster.MapGroup("/initiatives/{number:int}");
        one.MapGet("", ReadInitiative.Handle).Reads<ReadInitiative.View>("One initiative: order, terms, people, lights, deviations, reservations");
        one.MapGet("/events", ListEvents.Handle).Reads<ListEvents.Page>("Its full history, fact by fact");
        one.MapPut("/name", RenameInitiative.Handle).Changes("Give it another name");
        one.MapPut("/placement", PlaceInitiative.Handle).Changes("Move it to another focus area, or give it other partners");

        one.MapPost("/order/remarks", RemarkOnOrder.Handle).Changes("Remark on the order");
        one.MapPost("/order/reservations", ReserveOrder.Handle).Adds("Set a condition on the order");
        one.MapGet("/reservations/{reservation:int}", ReadReservation.Handle).Reads<ReservationView>("One reservation, on the order or on an approval");
        one.MapPut("/reservations/{reservation:int}/fulfilment", FulfilReservation.Handle).Changes("A reservation has been met");
        one.MapPut("/attention", AskSpecialAttention.Handle).Changes("Keep it in the political status, whatever its light");
        one.MapPut("/attention/ending", EndSpecialAttention.Handle).Changes("End the special attention");

        one.MapPut("/interests/{organisation}", StateInterest.Handle).Changes("State an organisation's interest in owning it or taking part");
        one.MapDelete("/interests/{organisation}", WithdrawInterest.Handle).Changes("Withdraw the interest");
        one.MapPut("/ownership", AssignOwnership.Handle).Changes("Assign ownership, or change it");

        one.MapConfirmations();
        one.MapPut("/start", StartInitiative.Handle).Changes("Start it, with the members of its working group named");
        one.MapPut("/working-group", ChangeWorkingGroup.Handle).Changes("Change the working group");

        one.MapGet("/statuses", ListStatuses.Handle).Reads<ListStatuses.Page>("Its statuses, newest first");
        one.MapPost("/statuses", PostStatus.Handle).Adds("Post a status");
        one.MapPost("/statuses/reconfirmations", ReconfirmStatus.Handle).Adds("Re-confirm the last status: unchanged, still holds");
        one.MapGet("/statuses/{status:int}", ListStatuses.HandleOne).Reads<StatusView>("One status");
        one.MapPost("/statuses/{status:int}/corrections", CorrectStatus.Handle).Adds("Correct a status by a new one");
        one.MapPost("/suggested-light", SuggestLight.Handle).Previews<SuggestLight.Suggested>("The light that the tolerances would suggest; records nothing");
        one.MapPost("/patient-comments", CommentPatientInvolvement.Handle).Changes("Comment on patient involvement");

        one.MapDeviations();

        one.MapPut("/pause", PauseInitiative.Handle).Changes("Pause it");
        one.MapPut("/resumption", ResumeInitiative.Handle).Changes("Resume it");
        one.MapPut("/withdrawal", WithdrawInitiative.Handle).Changes("Withdraw it from the plan");
        one.MapPut("/merger", MergeInitiatives.Handle).Changes("End it by merging it into another");
        one.MapPut("/split", SplitInitiative.Handle).Changes("End it by splitting it into several, which are ordered with it");
        one.MapPut("/delivery", ClaimDelivery.Handle).Changes("Claim delivery");
        one.MapPut("/delivery/rejection", RejectDelivery.Handle).Changes("Do not accept the claim");
        one.MapPut("/closing/{forum}", ApproveClosing.Handle).Changes("One forum of the chain agrees to close it");
    }
}
