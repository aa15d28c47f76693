using System.ComponentModel;
using Initiatives.Api.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Operations;

/// <summary>GET .../jobs: next, last and failed.</summary>
internal static class ListJobs
{
    private const int Last = 50;

    public sealed record View(IReadOnlyList<PlannedJob> Planned, IReadOnlyList<JobRun> Runs);

    public static async Task<View> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [FromQuery, Description("true: only runs that failed for good; false: only the others.")] bool? failed,
        JobRuns jobs,
        CancellationToken cancellation) =>
        new(await jobs.PlannedAsync(cluster, cancellation), await jobs.RunsAsync(cluster, failed, Last, cancellation));
}
