using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Feeds;

/// <summary>GET /kalender/{secret}/{calendar}.ics and /beslutninger/{secret}.atom: for programs that cannot sign in. The secret is all they show.</summary>
internal static class FollowFeed
{
    /// <summary>The calendar that is the person's own, and no forum's.</summary>
    public const string Own = "min";

    public static async Task<IResult> HandleCalendar(string secret, string calendar, HttpContext http, Callers callers, CalendarFeed feed, SecurityLog log, PageDesk desk) =>
        await callers.ByFeedAsync(secret, http.RequestAborted) is not { } me ? Over(log, desk)
        : calendar == Own ? await feed.OwnAsync(me, http)
        : await feed.ForumAsync(me, calendar, http);

    public static async Task<IResult> HandleDecisions(string secret, HttpContext http, Callers callers, DecisionFeed feed, SecurityLog log, PageDesk desk) =>
        await callers.ByFeedAsync(secret, http.RequestAborted) is { } me ? await feed.ShowAsync(me, http) : Over(log, desk);

    private static IResult Over(SecurityLog log, PageDesk desk)
    {
        log.LinkRefused("feed");
        return desk.Tell("Feed.LinkOver", "Feed.LinkOverMeans", StatusCodes.Status410Gone);
    }
}
