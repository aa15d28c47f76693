using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Feeds;

/// <summary>What other programs come and fetch: calendars, and the decisions as they fall.</summary>
internal static class FeedRoutes
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<FeedLinks>();
        services.AddSingleton<CalendarFeed>();
        services.AddSingleton<DecisionFeed>();
    }

    public static void MapFeedPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/kalender/{secret}/{calendar}.ics", FollowFeed.HandleCalendar).OpenToAll();
        pages.MapGet("/beslutninger/{secret}.atom", FollowFeed.HandleDecisions).OpenToAll();
        pages.MapPost("/min-side/kalender", MakeFeedLink.Handle).Needs(RightsTable.OwnAccount);
        pages.MapPost("/min-side/kalender/luk", CloseFeedLink.Handle).Needs(RightsTable.OwnAccount);
    }

    public static void MapFeeds(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/calendar.ics", ReadFeed.HandleOwn).Needs(RightsTable.ReadTasks).Answers<string>("The caller's own meetings and deadlines, as iCalendar", "text/calendar");
        cluster.MapGet("/forums/{forum}/calendar.ics", ReadFeed.HandleForum).Needs(RightsTable.ReadMeetings).Answers<string>("A forum's meetings, as iCalendar", "text/calendar");
        cluster.MapGet("/decisions.atom", ReadFeed.HandleDecisions).Needs(RightsTable.ReadLog).Answers<string>("What the forums have decided, as an Atom feed", "application/atom+xml");
    }
}
