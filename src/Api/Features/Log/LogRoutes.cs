using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Log;

internal static class LogRoutes
{
    public static void MapLog(this IEndpointRouteBuilder cluster) =>
        cluster.MapGet("/events", ListFacts.Handle).Reads<ListFacts.Page>("Every fact of the cluster, in the order of the log");
}
