using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Approvals;

/// <summary>Order confirmations of one initiative, and what each forum made of them.</summary>
internal static class ConfirmationRoutes
{
    public static void MapConfirmations(this IEndpointRouteBuilder initiative)
    {
        initiative.MapGet("/confirmations", ListConfirmations.Handle).Needs(RightsTable.ReadInitiative).Reads<ListConfirmations.All>("Its order confirmations, revision by revision");
        initiative.MapGet("/confirmations/{revision:int}", ListConfirmations.HandleOne).Needs(RightsTable.ReadInitiative).Reads<ConfirmationView>("One revision, with the forums' outcomes");
        initiative.MapPut("/confirmations/{revision:int}", SubmitConfirmation.Handle).Needs<Domain.SubmitConfirmation>().Adds("Submit the next revision of the delivery terms");
        initiative.MapPut("/confirmations/{revision:int}/approvals/{forum}", DecideConfirmation.Handle).Needs<Domain.ApproveConfirmation>().Changes("A forum approves, returns or postpones a revision");
    }
}
