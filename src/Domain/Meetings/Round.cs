namespace Initiatives.Domain;

/// <summary>
/// The reporting round (statusrunde) of a meeting: when owners are asked, reminded and late, and when the pack is made.
/// Owners of initiatives report in the rounds of the managing forum; other forums' meetings have a pack day only.
/// </summary>
/// <param name="Opens">
/// Counted in calendar days, and not moved off a holiday: nobody loses by being asked early. Never later than the working
/// day before the reminder, which Christmas would otherwise push ahead of it.
/// </param>
/// <param name="Reminder">Working days before <paramref name="Due"/>.</param>
/// <param name="Due">
/// The last day that is not late. On a day when nobody works it moves to the working day before, and in any case to a
/// working day before the pack's: around Easter both would otherwise fall on the same morning.
/// </param>
/// <param name="PackDay">When the pack is compiled and sent; moves to the working day before like the due day.</param>
/// <param name="ShortNotice">
/// The meeting was set or moved when its due day was already there, so nobody can be late for it and nobody is missing:
/// the pack is made from what is known.
/// </param>
public sealed record Round(Meeting Meeting, DateOnly Opens, DateOnly Reminder, DateOnly Due, DateOnly PackDay, bool ShortNotice)
{
    public static Round Of(Meeting meeting, Rhythm rhythm)
    {
        var packDay = WorkingDays.OnOrBefore(meeting.On.AddDays(-rhythm.PackDaysBefore));
        var counted = WorkingDays.OnOrBefore(Earlier(meeting.On.AddDays(-rhythm.DeadlineDaysBefore), packDay.AddDays(-1)));

        // A meeting taken over from another calendar was set in good time, unless it was extraordinary.
        var inTime = meeting.SetOn is { } set ? set < counted : !meeting.Extraordinary;

        // What owners were told when the round opened stands, also when the rhythm is changed meanwhile. A due day that was
        // over before the meeting moved stands too, or a move by a day would wipe out everyone's missing status.
        var due = meeting.RoundDue ?? (inTime ? counted : meeting.DueBeforeMove ?? counted);
        var shortNotice = meeting.RoundDue is null && !inTime && meeting.DueBeforeMove is null;

        var reminder = WorkingDays.Add(due, -rhythm.ReminderWorkingDaysBefore);
        var opens = Earlier(meeting.On.AddDays(-rhythm.OpensDaysBefore), WorkingDays.Previous(reminder));
        return new Round(
            meeting,
            meeting.RoundOpened is { } opened ? Earlier(opened, opens) : opens,
            reminder,
            due,
            packDay,
            shortNotice);
    }

    /// <summary>The rounds in which owners report: those of the managing forum's meetings that are held, by meeting day.</summary>
    public static IEnumerable<Round> All(Calendar calendar, Cluster cluster) => From(DateOnly.MinValue, calendar, cluster);

    private static IEnumerable<Round> From(DateOnly day, Calendar calendar, Cluster cluster) =>
        cluster.ManagingForum is { } forum ? calendar.Held(forum.Id).Where(m => day <= m.On).Select(m => Of(m, forum.Rhythm)) : [];

    /// <summary>
    /// The round that a status posted today answers: open, or late but not after the meeting day. Where rounds overlap it
    /// is the earliest meeting's. Null between rounds, and for meetings at short notice: a status must not be spent on
    /// a meeting that asked nobody.
    /// </summary>
    public static Round? At(Calendar calendar, Cluster cluster, DateOnly today) =>
        From(today, calendar, cluster).FirstOrDefault(r => !r.ShortNotice && r.Opens <= today);

    /// <summary>True while owners are asked and not late.</summary>
    public bool IsOpen(DateOnly today) => !ShortNotice && Opens <= today && today <= Due;

    /// <summary>After the due day; the due day itself is not late.</summary>
    public bool IsLate(DateOnly today) => !ShortNotice && today > Due;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
