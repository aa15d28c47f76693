using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>GET /clusters/{cluster}/wheel: what comes back on the forums' agendas every year, and on which meeting next.</summary>
internal static class ReadWheel
{
    public sealed record View(IReadOnlyList<Point> Points);

    /// <param name="Months">1 to 12; none when it comes at the first or the last meeting of the year.</param>
    /// <param name="Since">From this day it comes as it now does.</param>
    /// <param name="NextMeeting">Id of the meeting that it falls on next; null when none is set.</param>
    public sealed record Point(
        string Id, string Title, string Forum, WheelTime Time, IReadOnlyList<int> Months, string Recommendation, string? Note, DateOnly Since, string? NextMeeting, DateOnly? Next);

    public static Task<IResult> Handle([AsParameters] ClusterQuery query) => query.ShowCalendarAsync(
        seen => new View([.. seen.Cluster.Wheel.Select(p => Show(p, NextOf(p, seen.Calendar, seen.Day)))]));

    /// <summary>The meeting that takes the point up next; null when none is set.</summary>
    public static Meeting? NextOf(WheelPoint point, Calendar calendar, DateOnly day) =>
        Wheel.Turns(point, calendar, day.Year - 1, day.Year + 1).Select(t => t.Meeting).Where(m => m.On >= day).MinBy(m => m.On);

    private static Point Show(WheelPoint p, Meeting? next) => new(p.Id, p.Title, p.Forum, p.Time, p.Months, p.Recommendation, p.Note, p.Since, next?.Id, next?.On);
}
