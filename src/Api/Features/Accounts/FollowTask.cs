using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>GET /opgave/{secret}: opens the one task that the link was made for, signed in for that alone, until its round is over or its written procedure long past.</summary>
internal static class FollowTask
{
    public static async Task<IResult> Handle(string secret, HttpContext http, PageDesk desk, TaskLinks links, Sessions sessions, SecurityLog log)
    {
        if (await links.FindAsync(secret, desk.Cancellation) is not { } task)
        {
            log.LinkRefused("task");
            return desk.Tell("Task.LinkOver", "Task.LinkOverMeans", StatusCodes.Status410Gone);
        }
        var last = task.Stream[(task.Stream.LastIndexOf('/') + 1)..];
        var path = task.Procedure is null ? $"/indsatser/{last}/status" : $"/skriftlige-godkendelser/{last}";
        Cookies.SetTask(http, await sessions.BeginTaskAsync(task, http.Request.Headers.UserAgent.ToString(), desk.Cancellation), path);
        return PageDesk.SeeOther($"{path}?{QueryNames.Cluster}={Uri.EscapeDataString(task.Tenant)}");
    }
}
