using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Operations;

/// <summary>The operator's pages.</summary>
internal static class OperationsRoutes
{
    public static void MapOperationsPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ShowOperations.Path, ShowOperations.Handle).Needs(RightsTable.ReadOperations);
        pages.MapPost("/drift/job", RunJobNow.Handle).Needs(RightsTable.Operate);
        pages.MapGet("/drift/post/{mail:long}", ReadLetter.Handle).Needs(RightsTable.ReadOperations);
        pages.MapPost("/drift/post/{mail:long}", RetryMailNow.Handle).Needs(RightsTable.Operate);
    }
}
