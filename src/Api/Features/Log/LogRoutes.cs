using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Log;

/// <summary>Everything that was ever recorded in a cluster.</summary>
internal static class LogRoutes
{
    public static void MapLog(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/events", ListFacts.Handle).Needs(RightsTable.ReadLog).Reads<ListFacts.Page>("Every fact of the cluster, in the order of the log");
        cluster.MapGet("/events.csv", ExportFacts.Handle).Needs(RightsTable.ReadLog).WithMetadata(TakesAsOf.Yes).Answers<string>("Every fact of the cluster as a table, newest first", "text/csv");
    }

    public static void MapLogPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/log", ShowLog.Handle).Needs(RightsTable.ReadLog);
        pages.MapGet("/log/udtraek", ExportLog.Handle).Needs(RightsTable.ReadLog);
    }
}
