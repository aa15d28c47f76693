using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Operations;

/// <summary>Jobs of a cluster: what runs when, what has run, and "run now".</summary>
internal static class JobRoutes
{
    public static void MapJobs(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/jobs", ListJobs.Handle).Needs(RightsTable.ReadOperations).Answers<ListJobs.View>("Planned jobs, soonest first, and the last runs, newest first");
        cluster.MapPost("/jobs/{job}/runs", RunJob.Handle).Needs(RightsTable.Operate).Starts<RunJob.View>("Runs a planned job now instead of at its hour");
    }
}
