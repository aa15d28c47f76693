using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>GET /opgave/{secret}: opens the one task that the link was made for, signed in for that alone, until its round is over.</summary>
internal static class FollowTask
{
    public static async Task<IResult> Handle(string secret, HttpContext http, PageDesk desk, TaskLinks links, Sessions sessions, SecurityLog log)
    {
        if (await links.FindAsync(secret, desk.Cancellation) is not { } task)
        {
            log.LinkRefused("task");
            return desk.Tell("Task.LinkOver", "Task.LinkOverMeans", StatusCodes.Status410Gone);
        }
        var number = task.Initiative[(task.Initiative.LastIndexOf('/') + 1)..];
        var path = $"/indsatser/{number}/status";
        Cookies.SetTask(
            http, await sessions.BeginTaskAsync(task.Tenant, task.Person, task.Initiative, task.Meeting, task.Expires, http.Request.Headers.UserAgent.ToString(), desk.Cancellation), path);
        return PageDesk.SeeOther($"{path}?{QueryNames.Cluster}={Uri.EscapeDataString(task.Tenant)}");
    }
}
