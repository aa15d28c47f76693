using System.ComponentModel;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Feeds;

/// <summary>GET .../calendar.ics, .../forums/{forum}/calendar.ics and .../decisions.atom, for programs that show a token.</summary>
internal static class ReadFeed
{
    public static Task<IResult> HandleOwn([Description("Cluster id, e.g. nordjylland-midt.")] string cluster, CalendarFeed feed, HttpContext http) => feed.OwnAsync(http.Member(), http);

    public static Task<IResult> HandleForum([Description("Cluster id, e.g. nordjylland-midt.")] string cluster, string forum, CalendarFeed feed, HttpContext http) => feed.ForumAsync(http.Member(), forum, http);

    public static Task<IResult> HandleDecisions([Description("Cluster id, e.g. nordjylland-midt.")] string cluster, DecisionFeed feed, HttpContext http) => feed.ShowAsync(http.Member(), http);
}
