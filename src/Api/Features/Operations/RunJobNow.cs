using Initiatives.Api.Features.Shell;
using Initiatives.Api.Jobs;

namespace Initiatives.Api.Features.Operations;

/// <summary>POST /drift/job: a planned job now instead of at its hour.</summary>
internal static class RunJobNow
{
    public static async Task<IResult> Handle(HttpContext http, PageDesk desk, JobRuns jobs, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync(desk.Cancellation);
        return await jobs.RunNowAsync(form["cluster"].ToString(), form["job"].ToString(), clock.GetUtcNow(), desk.Cancellation)
            ? PageDesk.SeeOther(desk.Frame("").Link($"{ShowOperations.Path}?{QueryNames.Done}=JobStarted"))
            : desk.Tell("Ops.JobGone", "Ops.JobGoneMeans", StatusCodes.Status404NotFound);
    }
}
