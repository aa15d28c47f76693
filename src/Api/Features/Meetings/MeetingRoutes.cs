using Initiatives.Api.Features.Rounds;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.Reporting.Material;

namespace Initiatives.Api.Features.Meetings;

/// <summary>The calendar. All meetings of a cluster share one version, because moving one may decide which round another falls in.</summary>
internal static class MeetingRoutes
{
    public static void MapMeetings(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/meetings", ListMeetings.Handle).Needs(RightsTable.ReadMeetings).Reads<ListMeetings.Page>("The cluster's meetings by day");
        cluster.MapPost("/meetings", ScheduleMeeting.Handle).Needs<Domain.ScheduleMeeting>().Creates("Schedule a meeting");
        cluster.MapGet("/meetings/{meeting}", ListMeetings.HandleOne).Needs(RightsTable.ReadMeetings).Reads<ListMeetings.View>("One meeting and its round");
        cluster.MapPut("/meetings/{meeting}/date", MoveMeeting.Handle).Needs<Domain.MoveMeeting>().Changes("Move it to another day");
        cluster.MapPut("/meetings/{meeting}/arrangement", ArrangeMeeting.Handle).Needs<Domain.ArrangeMeeting>().Changes("Give it another hour or place");
        cluster.MapPut("/meetings/{meeting}/cancellation", CancelMeeting.Handle).Needs<Domain.CancelMeeting>().Changes("Cancel it");
        cluster.MapGet("/meetings/{meeting}/material.zip", TakeMaterial.Handle).Needs(RightsTable.TakeMaterial).Answers<byte[]>("The meeting's material in one folder, with an XML index for agenda systems", MeetingFolder.MediaType);
        cluster.MapPost("/meetings/{meeting}/reminders", RemindMissing.Handle).Needs(RightsTable.SendReminder).TakesIn<RemindMissing.View>("Remind those who have not given their status; once a day");
    }
}
