using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Approvals;

/// <summary>What awaits approval, and a forum's decision on one revision.</summary>
internal static class ApprovalPages
{
    public static void MapApprovalPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/godkendelser", ShowApprovals.Handle).Needs(RightsTable.ReadBoard);
        pages.MapGet("/godkendelser/{number:int}/{revision:int}", ShowApproval.Handle).Needs(RightsTable.ReadBoard);
        pages.MapPost("/godkendelser/{number:int}/{revision:int}", SendApproval.Handle).Needs<ApproveConfirmation>();
    }
}
