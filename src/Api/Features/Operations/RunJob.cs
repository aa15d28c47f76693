using System.ComponentModel;
using System.Text.Json;
using Initiatives.Api.Jobs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Operations;

/// <summary>POST .../jobs/{job}/runs: now instead of at its hour. It runs soon after the answer; GET .../jobs tells what came of it.</summary>
internal static class RunJob
{
    private static readonly Refusal JobUnknown = new("job-unknown",
        "Der er ikke planlagt et job med det navn. De planlagte står i jobs.",
        "No job of that name is planned. Those that are stand in jobs.",
        "job");

    public sealed record View(string Job, DateTimeOffset At);

    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("As in the list, e.g. afvigelsesrapport chefforum-2023-10-30 (the space as %20).")] string job,
        JobRuns jobs,
        OncePerKey once,
        TimeProvider clock,
        HttpContext http) => await once.AnswerAsync(http, cluster, async _ =>
    {
        // Planned for now twice over it still runs once, so its answer may be kept afterwards.
        var now = clock.GetUtcNow();
        var reply = await jobs.RunNowAsync(cluster, job, now, http.RequestAborted)
            ? new Reply(StatusCodes.Status202Accepted, null, null, JsonSerializer.Serialize(new View(job, now), ApiJson.Options))
            : Problems.Reply(http, StatusCodes.Status404NotFound, [JobUnknown]);
        return (reply, IsKept: false);
    });
}
