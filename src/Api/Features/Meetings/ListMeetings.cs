using System.ComponentModel;
using Initiatives.Api.Features.Clusters;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Meetings;

/// <summary>GET .../meetings and .../meetings/{meeting}: when the forums meet, and when owners are asked.</summary>
internal static class ListMeetings
{
    /// <param name="Next">Cursor of the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<View> Meetings, string? Next);

    /// <param name="MovedFrom">The day it was first set for; null when it has not moved.</param>
    /// <param name="Cancelled">The reason; null when it stands.</param>
    /// <param name="Round">Null when its forum asks for no statuses, or the meeting is cancelled.</param>
    public sealed record View(
        string Id,
        string Forum,
        DateOnly On,
        TimeOnly? Start,
        TimeOnly? End,
        string? Place,
        bool Extraordinary,
        DateOnly? MovedFrom,
        string? Cancelled,
        bool WrittenStatusInstead,
        RoundView? Round);

    /// <param name="Opens">Owners are asked from this day.</param>
    /// <param name="Due">The last day that is not late.</param>
    /// <param name="PackDay">The pack is compiled and sent.</param>
    /// <param name="ShortNotice">Set so late that nobody can be late for it.</param>
    /// <param name="Expected">Numbers of the initiatives that owe a status; null until it has opened.</param>
    /// <param name="Missing">Those of them that had posted nothing when it closed; null until then.</param>
    public sealed record RoundView(
        DateOnly Opens,
        DateOnly Reminder,
        DateOnly Due,
        DateOnly PackDay,
        bool ShortNotice,
        bool Open,
        IReadOnlyList<InitiativeRef>? Expected,
        IReadOnlyList<InitiativeRef>? Missing);

    public static Task<IResult> Handle([AsParameters] ClusterQuery query, [FromQuery, Description("Only this forum's.")] string? forum, Paging paging) =>
        query.ShowCalendarAsync(seen =>
        {
            // By day, and in a fixed order within it: the cursor counts places in that order.
            var meetings = seen.Calendar.Meetings.Where(m => forum is null || m.Forum == forum).Select((m, place) => (Meeting: m, Place: place));
            var (page, next) = paging.Of(meetings, m => m.Place, newestFirst: false);
            return new Page([.. page.Select(m => Show(m.Meeting, seen))], next);
        });

    public static Task<IResult> HandleOne([AsParameters] ClusterQuery query, string meeting) =>
        query.ShowCalendarAsync(seen => seen.Calendar.Find(meeting) is { } found ? Show(found, seen) : null, "meeting");

    private static View Show(Meeting m, ClusterSeen seen)
    {
        var forum = seen.Cluster.Forum(m.Forum);
        var round = forum is null || m.IsCancelled || !forum.Has(ForumDuty.ManageDeviations) ? null : Domain.Round.Of(m, forum.Rhythm);
        return new(
            m.Id, m.Forum, m.On, m.Start, m.End, m.Place, m.Extraordinary, m.MovedFrom, m.Cancelled, m.WrittenStatusInstead,
            round is null ? null : new(round.Opens, round.Reminder, round.Due, round.PackDay, round.ShortNotice, round.IsOpen(seen.Day), m.Expected, m.Missing));
    }
}
