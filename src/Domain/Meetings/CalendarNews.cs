namespace Initiatives.Domain;

/// <summary>What became of a meeting between two states of the calendar, as those it concerns must hear it.</summary>
public enum MeetingChange
{
    /// <summary>An extraordinary meeting was called.</summary>
    Called,

    /// <summary>To another day.</summary>
    Moved,

    /// <summary>Another hour or place on the same day.</summary>
    Arranged,
    Cancelled,
}

/// <param name="Now">As it stands.</param>
/// <param name="Before">As those it concerns knew it; null when it was called meanwhile.</param>
/// <param name="DueBefore">The due day that owners were asked to keep; null when none had been asked.</param>
/// <param name="DueNow">The due day they are to keep now; null when the round is called off.</param>
public sealed record MeetingNews(MeetingChange Change, Meeting Now, Meeting? Before, DateOnly? DueBefore, DateOnly? DueNow)
{
    /// <summary>Who was asked for a status has another deadline, or none.</summary>
    public bool ConcernsOwners => DueBefore is not null && DueBefore != DueNow;
}

/// <summary>
/// What is to be told of a calendar that changed, however many steps it took: a meeting moved there and back again is no news, nor
/// is one that was called and called off before anybody heard of it, nor what was set long ago in the yearly calendar.
/// </summary>
public static class CalendarNews
{
    /// <summary>True for a fact that may have to be told; rounds that open and close tell of themselves.</summary>
    public static bool IsNews(CalendarEvent fact) => fact is MeetingMoved or MeetingArranged or MeetingCancelled or MeetingScheduled { Extraordinary: true };

    /// <param name="before">The calendar as it was last told.</param>
    /// <returns>By the day on which the meeting is, or would have been, held.</returns>
    public static IReadOnlyList<MeetingNews> Between(Calendar before, Calendar now, Cluster cluster, DateOnly today) =>
        [.. now.Meetings.Select(m => Of(before.Find(m.Id), m, cluster)).OfType<MeetingNews>().Where(n => n.Now.On >= today || n.Before?.On >= today)];

    private static MeetingNews? Of(Meeting? before, Meeting now, Cluster cluster) => (before, now) switch
    {
        (null, { IsCancelled: false, Extraordinary: true, SetOn: not null }) => new(MeetingChange.Called, now, null, null, null),
        (null, _) => null,
        ({ } was, { IsCancelled: true }) when (was.Cancelled, was.WrittenStatusInstead) != (now.Cancelled, now.WrittenStatusInstead) => With(MeetingChange.Cancelled, was, now, cluster),
        (_, { IsCancelled: true }) => null,
        ({ } was, _) when was.On != now.On => With(MeetingChange.Moved, was, now, cluster),
        ({ } was, _) when (was.Start, was.End, was.Place) != (now.Start, now.End, now.Place) => With(MeetingChange.Arranged, was, now, cluster),
        _ => null,
    };

    private static MeetingNews With(MeetingChange change, Meeting was, Meeting now, Cluster cluster)
    {
        if (cluster.ManagingForum is not { } forum || forum.Id != was.Forum || was is not { IsCancelled: false, RoundOpened: not null })
            return new(change, now, was, null, null);
        var round = Round.Of(now, forum.Rhythm);
        return new(change, now, was, Round.Of(was, forum.Rhythm).Due, now.IsCancelled || round.ShortNotice ? null : round.Due);
    }
}
