using System.ComponentModel;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.Reporting.Material;
using MediatR;

namespace Initiatives.Api.Features.Meetings;

/// <summary>GET /moeder/{meeting}/materiale.zip and .../meetings/{meeting}/material.zip: the meeting's material with its index, for the forum's members and the secretariat.</summary>
internal static class TakeMaterial
{
    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("Meeting id, e.g. chefforum-2023-10-30.")] string meeting,
        StandingReader standings,
        IMediator mediator,
        TimeProvider time,
        HttpContext http)
    {
        if (await standings.ReadAsync(cluster, null, http.RequestAborted) is not { } standing || standing.Calendar.Find(meeting) is not { IsCancelled: false } found)
            return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("meeting"));
        var member = http.Member();
        if (!Guard.MayAsk(member, RightsTable.TakeMaterial, forum: found.Forum))
            return Problems.Result(http, StatusCodes.Status403Forbidden, Faults.Forbidden);
        var now = time.GetUtcNow();
        return Zipped(await mediator.Send(new MeetingMaterial(new CommandContext(cluster, member.Id, now), meeting), http.RequestAborted), now)
            ?? Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("meeting"));
    }

    public static Task<IResult> Show(string meeting, PageDesk desk, IMediator mediator, TimeProvider time) => desk.ShowAsync(async visit =>
    {
        if (visit.Standing.Calendar.Find(meeting) is not { IsCancelled: false } found) return desk.NotFound();
        if (!visit.MayTakeMaterial(found)) return desk.Forbidden();
        var now = time.GetUtcNow();
        return Zipped(await mediator.Send(new MeetingMaterial(new CommandContext(visit.Standing.Cluster.Id, visit.Me.Id, now), meeting), desk.Cancellation), now) ?? desk.NotFound();
    }, fromRecord: false);

    /// <summary>Whether to offer it: to the forum's own, and the secretariat.</summary>
    public static bool MayTakeMaterial(this PageVisit visit, Meeting meeting) => Guard.MayAsk(visit.Me, RightsTable.TakeMaterial, forum: meeting.Forum);

    private static IResult? Zipped(MeetingFolder? folder, DateTimeOffset at) => folder is null ? null : Results.File(folder.Zip(at), MeetingFolder.MediaType, $"{folder.Name}.zip");
}
