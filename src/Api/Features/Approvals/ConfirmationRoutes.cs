using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Approvals;

/// <summary>Order confirmations of one initiative, and what each forum made of them.</summary>
internal static class ConfirmationRoutes
{
    public static void MapConfirmations(this IEndpointRouteBuilder initiative)
    {
        initiative.MapGet("/confirmations", ListConfirmations.Handle).Reads<ListConfirmations.All>("Its order confirmations, revision by revision");
        initiative.MapGet("/confirmations/{revision:int}", ListConfirmations.HandleOne).Reads<ConfirmationView>("One revision, with the forums' outcomes");
        initiative.MapPut("/confirmations/{revision:int}", SubmitConfirmation.Handle).Adds("Submit the next revision of the delivery terms");
        initiative.MapPut("/confirmations/{revision:int}/approvals/{forum}", DecideConfirmation.Handle).Changes("A forum approves, returns or postpones a revision");
    }
}
