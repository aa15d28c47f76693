using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Meetings;

/// <summary>GET /moeder: all forums' meetings by day, ahead and past; the next of each forum is marked.</summary>
internal static class ShowMeetings
{
    public static Task<IResult> Handle(PageDesk desk) => desk.ShowAsync(visit =>
        Task.FromResult(PageDesk.Set<MeetingsPage>(MeetingList.Of(desk.Frame(visit, desk.Texts["Meetings.Title"]), visit))));
}

/// <param name="Ahead">Soonest first.</param>
/// <param name="Past">Latest first.</param>
public sealed record MeetingList(Frame Frame, IReadOnlyList<MeetingRow> Ahead, IReadOnlyList<MeetingRow> Past, bool MayArrange)
{
    public static MeetingList Of(Frame frame, PageVisit visit)
    {
        var calendar = visit.Standing.Calendar;
        MeetingRow Row(Meeting m) => new(
            m,
            visit.Standing.Cluster.Forum(m.Forum)?.Name ?? m.Forum,
            calendar.Next(m.Forum, visit.Day)?.Id == m.Id,
            MeetingRound.Of(visit.Standing.Cluster, m, visit.Day));
        return new(
            frame,
            [.. calendar.Meetings.Where(m => m.On >= visit.Day).Select(Row)],
            [.. calendar.Meetings.Where(m => m.On < visit.Day).Reverse().Select(Row)],
            visit.May<Domain.ScheduleMeeting>());
    }
}

/// <param name="IsNext">The forum's next.</param>
/// <param name="Round">Null when nobody is asked for a status before it.</param>
public sealed record MeetingRow(Meeting Meeting, string Forum, bool IsNext, MeetingRound? Round);

/// <summary>Where a meeting's round is in its life.</summary>
public sealed record MeetingRound(Round Round, RoundState State)
{
    /// <summary>Null when the forum asks for no statuses, or the meeting is cancelled.</summary>
    public static MeetingRound? Of(Cluster cluster, Meeting meeting, DateOnly day)
    {
        if (meeting.IsCancelled || cluster.ManagingForum is not { } forum || forum.Id != meeting.Forum) return null;
        var round = Round.Of(meeting, forum.Rhythm);
        return new(round, round.ShortNotice ? RoundState.ShortNotice
            : day < round.Opens ? RoundState.Ahead
            : round.IsOpen(day) ? RoundState.Open
            : day <= meeting.On ? RoundState.Late
            : RoundState.Over);
    }

    /// <summary>The day the pack was made for the day the meeting has now; null when it was not. One made by hand before its day does not stand for it.</summary>
    public DateOnly? PackMade(IEnumerable<Edition> editions, Cluster cluster) =>
        editions.Where(e => e.Kind == PackKind.Deviations.Name && e.Meeting == Round.Meeting.Id && e.MeetingOn == Round.Meeting.On)
            .Select(e => (DateOnly?)Clock.Day(e.IssuedAt, cluster.TimeZone)).Where(on => on >= Round.PackDay).Min();

    /// <summary>When the pack is made, or was. Empty where the meeting has been held without one.</summary>
    public string TellPack(Texts texts, DateOnly day, DateOnly? made) =>
        made <= day ? texts["Round.PackMade", texts.Say.LongDate(made.Value)]
        : Round.PackDay >= day ? texts["Overview.PackOn", texts.Say.LongDate(Round.PackDay)]
        : State == RoundState.Over || Round.Meeting.On < day ? ""
        : texts["Round.PackNow"];

    /// <summary>One sentence: what owners are asked, and by when.</summary>
    public string Tell(Texts texts) => State switch
    {
        RoundState.Ahead => texts["Round.Ahead", texts.Say.LongDate(Round.Opens), texts.Say.LongDate(Round.Due)],
        RoundState.Open => texts["Round.Open", texts.Say.LongDate(Round.Due)],
        RoundState.Late => texts["Round.Late", texts.Say.LongDate(Round.Due)],
        RoundState.ShortNotice => texts["Round.ShortNotice"],
        _ => texts["Round.Over", texts.Say.LongDate(Round.Due)],
    };
}

/// <summary>Where a round is in its life.</summary>
public enum RoundState
{
    /// <summary>It has not opened.</summary>
    Ahead,

    /// <summary>Owners are asked and not late.</summary>
    Open,

    /// <summary>The due day is over and the meeting has not been held: statuses are taken and marked late.</summary>
    Late,

    /// <summary>The meeting has been held.</summary>
    Over,

    /// <summary>The meeting was set so late that nobody is asked.</summary>
    ShortNotice,
}
