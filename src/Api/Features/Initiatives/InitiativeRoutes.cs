using Initiatives.Api.Features.Approvals;
using Initiatives.Api.Features.Confirmations;
using Initiatives.Api.Features.Deviations;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Statuses;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>Initiatives: the whole life of one, from order to close, in that order. Confirmations and deviations have folders of their own.</summary>
internal static class InitiativeRoutes
{
    public static void MapInitiatives(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/initiatives", ListInitiatives.Handle).Needs(RightsTable.ReadBoard).Reads<ListInitiatives.Page>("The plan's initiatives");
        cluster.MapPost("/initiatives", OrderInitiative.Handle).Needs<Domain.OrderInitiative>().Creates("Order an initiative under a number of the plan");

        var one = cluster.MapGroup("/initiatives/{number:int}");
        one.MapGet("", ReadInitiative.Handle).Needs(RightsTable.ReadInitiative).Reads<ReadInitiative.View>("One initiative: order, terms, people, lights, deviations, reservations");
        one.MapGet("/sheet.html", ReadSheet.HtmlAsync).Needs(RightsTable.ReadInitiative).Answers<string>("Its sheet (indsatsark), as of any day", "text/html");
        one.MapGet("/sheet.pdf", ReadSheet.PdfAsync).Needs(RightsTable.ReadInitiative).Answers<byte[]>("Its sheet as a tagged PDF", "application/pdf");
        one.MapGet("/events", ListEvents.Handle).Needs(RightsTable.ReadInitiative).Reads<ListEvents.Page>("Its full history, fact by fact");
        one.MapPut("/name", RenameInitiative.Handle).Needs<Domain.RenameInitiative>().Changes("Give it another name");
        one.MapPut("/placement", PlaceInitiative.Handle).Needs<Domain.PlaceInitiative>().Changes("Move it to another focus area, or give it other partners");

        one.MapPost("/order/remarks", RemarkOnOrder.Handle).Needs<Domain.RemarkOnOrder>().Changes("Remark on the order");
        one.MapPost("/order/reservations", ReserveOrder.Handle).Needs<Domain.ReserveOrder>().Adds("Set a condition on the order");
        one.MapGet("/reservations/{reservation:int}", ReadReservation.Handle).Needs(RightsTable.ReadInitiative).Reads<ReservationView>("One reservation, on the order or on an approval");
        one.MapPut("/reservations/{reservation:int}/fulfilment", FulfilReservation.Handle).Needs<Domain.FulfilReservation>().Changes("A reservation has been met");
        one.MapPut("/attention", AskSpecialAttention.Handle).Needs<Domain.AskSpecialAttention>().Changes("Keep it in the political status, whatever its light");
        one.MapPut("/attention/ending", EndSpecialAttention.Handle).Needs<Domain.EndSpecialAttention>().Changes("End the special attention");

        one.MapPut("/interests/{organisation}", StateInterest.Handle).Needs<Domain.StateInterest>().Changes("State an organisation's interest in owning it or taking part");
        one.MapDelete("/interests/{organisation}", WithdrawInterest.Handle).Needs<Domain.WithdrawInterest>().Changes("Withdraw the interest");
        one.MapPut("/ownership", AssignOwnership.Handle).Needs<Domain.AssignOwnership>().Changes("Assign ownership, or change it");

        one.MapConfirmations();
        one.MapConfirmationDraft();
        one.MapPut("/start", StartInitiative.Handle).Needs<Domain.StartInitiative>().Changes("Start it, with the members of its working group named");
        one.MapPut("/working-group", ChangeWorkingGroup.Handle).Needs<Domain.ChangeWorkingGroup>().Changes("Change the working group");

        one.MapGet("/statuses", ListStatuses.Handle).Needs(RightsTable.ReadInitiative).Reads<ListStatuses.Page>("Its statuses, newest first");
        one.MapPost("/statuses", PostStatus.Handle).Needs<Domain.PostStatus>().Adds("Post a status");
        one.MapPost("/statuses/reconfirmations", ReconfirmStatus.Handle).Needs<Domain.ReconfirmStatus>().Adds("Re-confirm the last status: unchanged, still holds");
        one.MapGet("/statuses/{status:int}", ListStatuses.HandleOne).Needs(RightsTable.ReadInitiative).Reads<StatusView>("One status");
        one.MapPost("/statuses/{status:int}/corrections", CorrectStatus.Handle).Needs<Domain.PostStatus>().Adds("Correct a status by a new one");
        one.MapStatusDraft();
        one.MapPost("/suggested-light", SuggestLight.Handle).Needs(RightsTable.ReadInitiative).Previews<SuggestLight.Suggested>("The light that the tolerances would suggest; records nothing");
        one.MapPost("/patient-comments", CommentPatientInvolvement.Handle).Needs<Domain.CommentPatientInvolvement>().Changes("Comment on patient involvement");

        one.MapDeviations();

        one.MapPut("/pause", PauseInitiative.Handle).Needs<Domain.PauseInitiative>().Changes("Pause it");
        one.MapPut("/resumption", ResumeInitiative.Handle).Needs<Domain.ResumeInitiative>().Changes("Resume it");
        one.MapPut("/withdrawal", WithdrawInitiative.Handle).Needs<Domain.WithdrawInitiative>().Changes("Withdraw it from the plan");
        one.MapPut("/merger", MergeInitiatives.Handle).Needs<MergeInto>().Changes("End it by merging it into another");
        one.MapPut("/split", SplitInitiative.Handle).Needs<SplitInto>().Changes("End it by splitting it into several, which are ordered with it");
        one.MapPut("/delivery", ClaimDelivery.Handle).Needs<Domain.ClaimDelivery>().Changes("Claim delivery");
        one.MapPut("/delivery/rejection", RejectDelivery.Handle).Needs<Domain.RejectDelivery>().Changes("Do not accept the claim");
        one.MapPut("/closing/{forum}", ApproveClosing.Handle).Needs<Domain.ApproveClosing>().Changes("One forum of the chain agrees to close it");
    }
}
