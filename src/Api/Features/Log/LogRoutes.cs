using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Log;

internal static class LogRoutes
{
    public static void MapLog(this IEndpointRouteBuilder cluster) =>
        cluster.MapGet("/events", ListFacts.Handle).Needs(RightsTable.ReadLog).Reads<ListFacts.Page>("Every fact of the cluster, in the order of the log");
}
