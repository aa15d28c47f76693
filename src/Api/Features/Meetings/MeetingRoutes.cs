using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Meetings;

/// <summary>The calendar. All meetings of a cluster share one version, because moving one may decide which round another falls in.</summary>
internal static class MeetingRoutes
{
    public static void MapMeetings(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/meetings", ListMeetings.Handle).Reads<ListMeetings.Page>("The cluster's meetings by day");
        cluster.MapPost("/meetings", ScheduleMeeting.Handle).Creates("Schedule a meeting");
        cluster.MapGet("/meetings/{meeting}", ListMeetings.HandleOne).Reads<ListMeetings.View>("One meeting and its round");
        cluster.MapPut("/meetings/{meeting}/date", MoveMeeting.Handle).Changes("Move it to another day");
        cluster.MapPut("/meetings/{meeting}/arrangement", ArrangeMeeting.Handle).Changes("Give it another hour or place");
        cluster.MapPut("/meetings/{meeting}/cancellation", CancelMeeting.Handle).Changes("Cancel it");
    }
}
