using Initiatives.Api.Features.Rounds;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Meetings;

/// <summary>Meetings and their rounds, as everybody in the cluster reads them.</summary>
internal static class MeetingPages
{
    public static void MapMeetingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/moeder", ShowMeetings.Handle).Needs(RightsTable.ReadMeetings);
        pages.MapGet("/moeder/{meeting}", ShowMeeting.Handle).Needs(RightsTable.ReadMeetings);
        pages.MapGet("/moeder/{meeting}/materiale.zip", TakeMaterial.Show).Needs(RightsTable.TakeMaterial);
        pages.MapGet("/runder/{meeting}", ShowRound.Handle).Needs(RightsTable.ReadRounds);
        pages.MapPost("/runder/{meeting}/paamindelse", RemindMissing.Press).Needs(RightsTable.SendReminder);
    }
}
