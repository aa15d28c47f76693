namespace Initiatives.Domain;

/// <summary>
/// Which meetings the yearly wheel's points fall on, worked out from the calendar as it now is, so that a point follows a meeting that is
/// moved, cancelled or added. Extraordinary meetings are called for a matter of their own and take up none.
/// </summary>
public static class Wheel
{
    /// <summary>
    /// The turns of a point in these years, by time. A month without a meeting passes its turn on to the next meeting, into the
    /// next year if need be; a meeting that two turns fall on takes the point up once. A turn that no meeting is set for yet is left out.
    /// </summary>
    public static IEnumerable<WheelTurn> Turns(WheelPoint point, Calendar calendar, int firstYear, int lastYear)
    {
        var meetings = calendar.Held(point.Forum).Where(m => !m.Extraordinary).ToList();
        return Enumerable.Range(firstYear, lastYear - firstYear + 1)
            .SelectMany(year => In(year, point, meetings))
            .DistinctBy(t => t.Meeting.Id);
    }

    private static IEnumerable<WheelTurn> In(int year, WheelPoint point, List<Meeting> meetings) =>
        point.Time is WheelTime.Months
            ? point.Months.Select(month => ByMonth(point, new DateOnly(year, month, 1), meetings)).OfType<WheelTurn>()
            : Of(point, FormattableString.Invariant($"wheel-{point.Id}-{year}"), (point.Time is WheelTime.FirstMeeting
                ? meetings.Find(m => m.On.Year == year)
                : meetings.FindLast(m => m.On.Year == year))) is { } turn ? [turn] : [];

    // A month that was over before the point was set has nothing to pass on.
    private static WheelTurn? ByMonth(WheelPoint point, DateOnly month, List<Meeting> meetings) =>
        month.AddMonths(1) <= point.Since
            ? null
            : Of(point, FormattableString.Invariant($"wheel-{point.Id}-{month.Year}-{month.Month}"), meetings.Find(m => m.On >= month));

    private static WheelTurn? Of(WheelPoint point, string key, Meeting? meeting) =>
        meeting is not null && meeting.On >= point.Since ? new(key, meeting) : null;
}

/// <param name="Key">The agenda item's, the same wherever the turn is taken up: <c>wheel-evaluering-2024-3</c>.</param>
/// <param name="Meeting">That takes it up, unless people have moved it.</param>
public sealed record WheelTurn(string Key, Meeting Meeting);
