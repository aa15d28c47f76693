using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Rounds;
using Initiatives.Domain;

namespace Initiatives.Api.Jobs;

/// <summary>
/// Which jobs ought to stand in the schedule: a pure function of what a cluster has decided and of the packs already made.
/// The scheduler is only ever brought to agree with it, so a trigger that was lost, doubled or left behind cannot last. Over 200 lines,
/// because whoever asks why a job came, or did not, reads one file.
/// </summary>
public static class WantedJobs
{
    // A month's dashboard that nobody made in its first week is no longer news.
    private const int DashboardIsNewsForDays = 7;

    private const int StatusIsNewsForDays = 7;

    // Whoever moves one meeting moves the next, or has mistyped: one mail for all of it.
    private static readonly TimeSpan ChangesGather = TimeSpan.FromMinutes(10);

    // It is mailed with its PDF, which is printed after it is issued.
    private static readonly TimeSpan PrintingTakes = TimeSpan.FromMinutes(2);

    // Late statuses come together, the evening they are remembered: one edition for all of them, not one each.
    private static readonly TimeSpan LateStatusesGather = TimeSpan.FromMinutes(30);

    /// <param name="done">What need not be done again.</param>
    /// <param name="now">Jobs of meetings that are over are not wanted; jobs whose hour has passed are wanted at once.</param>
    public static IReadOnlyList<WantedJob> Of(Cluster cluster, Calendar calendar, DoneAlready done, DateTimeOffset now)
    {
        var wanted = new List<WantedJob>();
        foreach (var forum in cluster.Forums)
        {
            foreach (var meeting in calendar.Held(forum.Id).Where(m => now < Begins(m, cluster.TimeZone)))
                wanted.AddRange(InTurn(Before(meeting, forum, cluster, done, now), now));
            wanted.AddRange(Monthly(forum, cluster, done.Made, now));
            wanted.AddRange(After(forum, calendar, done));
            wanted.AddRange(Instead(forum, calendar, cluster, done, now));
        }
        wanted.AddRange(done.Procedures.SelectMany(p => p.Wanted(cluster, done.Told, now)));
        if (done.CalendarChanged is { } changed)
        {
            var at = WholeSecond(changed + ChangesGather);
            wanted.Add(new("tell-calendar", JobKind.TellCalendar, new Occasion("calendar", "", null, LocalInstant.Day(at, cluster.TimeZone)), null, at));
        }
        wanted.AddRange(done.Untold.Where(e => IsNews(e, calendar, cluster, now)).Select(e =>
            new WantedJob($"mail {e.Kind} {e.Occasion.Name}", JobKind.MailPack, e.Occasion, e.Kind, WholeSecond(e.At + PrintingTakes))));
        return wanted;
    }

    private static IEnumerable<WantedJob> Before(Meeting meeting, Forum forum, Cluster cluster, DoneAlready done, DateTimeOffset now)
    {
        var round = Round.Of(meeting, forum.Rhythm);
        var owners = forum.Id == cluster.ManagingForum?.Id;
        if (owners && !round.ShortNotice && meeting.Missing is null)
        {
            if (meeting.RoundOpened is null)
                yield return new($"open-round {meeting.Id}", JobKind.OpenRound, Occasion.Of(meeting), null, At(round.Opens, forum.Rhythm.Hour));
            foreach (var (name, day) in RemindOn(meeting, round).Where(r => !done.Told.Contains(Reminding.CauseOf(r.Day, meeting.Id)) && now < At(r.Day.AddDays(1), 0)))
                yield return new($"{name} {meeting.Id}", JobKind.RemindRound, Occasion.Of(meeting), null, At(day, forum.Rhythm.Hour));
            // As the due day ends, and not at the forum's hour: a status posted in between would be late and yet not missing.
            yield return new($"close-round {meeting.Id}", JobKind.CloseRound, Occasion.Of(meeting), null, At(round.Due.AddDays(1), 0));
        }
        foreach (var kind in PackKind.Of(forum, PackTime.BeforeMeeting))
        {
            var due = At(round.PackDay, forum.Rhythm.Hour);
            if (!done.Made.Any(m => m.Is(kind.Name, Occasion.Of(meeting), due)))
                yield return new($"{kind.Name} {meeting.Id}", JobKind.CompilePack, Occasion.Of(meeting), kind.Name, due);
            // Once the meeting has begun its members hear of it there.
            else if (owners && done.Late.FirstOrDefault(l => (l.Kind, l.Occasion) == (kind.Name, meeting.Id)) is { } first && first.At + LateStatusesGather < Begins(meeting, cluster.TimeZone))
                yield return new($"{kind.Name} {meeting.Id} late-statuses", JobKind.CompileLatePack, Occasion.Of(meeting), kind.Name, WholeSecond(first.At + LateStatusesGather));
        }

        DateTimeOffset At(DateOnly day, int hour) => LocalInstant.At(day, hour, cluster.TimeZone);
    }

    /// <summary>When the meeting's pack would have come; at once where that is over, but not before whoever cancelled has had time to choose again.</summary>
    private static IEnumerable<WantedJob> Instead(Forum forum, Calendar calendar, Cluster cluster, DoneAlready done, DateTimeOffset now) =>
        from meeting in calendar.Meetings
        where meeting.Forum == forum.Id && now < NoNewsFrom(meeting, cluster)
        from kind in PackKind.Of(forum, PackTime.InsteadOfMeeting)
        where kind.Suits(meeting) && !done.Made.Any(m => (m.Kind, m.Occasion) == (kind.Name, meeting.Id))
        let due = LocalInstant.At(Round.Of(meeting, forum.Rhythm).PackDay, forum.Rhythm.Hour, cluster.TimeZone)
        let settled = done.CalendarChanged is { } changed ? WholeSecond(changed + ChangesGather) : due
        select new WantedJob($"{kind.Name} {meeting.Id}", JobKind.CompilePack, Occasion.Of(meeting), kind.Name, due > settled ? due : settled);

    // That a meeting was never held may come to light late; a week after its day its status is no news.
    private static DateTimeOffset NoNewsFrom(Meeting meeting, Cluster cluster) => LocalInstant.At(meeting.On.AddDays(StatusIsNewsForDays), 0, cluster.TimeZone);

    /// <summary>As soon as the minutes are there, and once: nothing that happens to the meeting since makes them others.</summary>
    private static IEnumerable<WantedJob> After(Forum forum, Calendar calendar, DoneAlready done) =>
        from minutes in done.Minutes
        let meeting = calendar.Find(minutes.Meeting)
        where meeting?.Forum == forum.Id
        from kind in PackKind.Of(forum, PackTime.AfterMinutes)
        where !done.Made.Any(m => (m.Kind, m.Occasion) == (kind.Name, meeting.Id))
        select new WantedJob($"{kind.Name} {meeting.Id}", JobKind.CompilePack, Occasion.Of(meeting), kind.Name, WholeSecond(minutes.At));

    /// <summary>
    /// Its meeting is ahead and on the day that the edition was made for: one that has moved gets another. What stands in for a meeting is
    /// news for some days after it; what looks back goes out with the minutes, when they are sent.
    /// </summary>
    private static bool IsNews(UntoldEdition edition, Calendar calendar, Cluster cluster, DateTimeOffset now) =>
        PackKind.Named(edition.Kind) is { LooksBack: false } kind
        && (edition.Occasion.Meeting is not { } id ? now < edition.At.AddDays(DashboardIsNewsForDays)
            : calendar.Find(id) is { } meeting && kind.Suits(meeting) && meeting.On == edition.Occasion.On
              && now < (kind.StandsIn ? NoNewsFrom(meeting, cluster) : Begins(meeting, cluster.TimeZone)));

    /// <summary>Whom the round's opening has just asked is not reminded on the same day.</summary>
    private static IEnumerable<(string Name, DateOnly Day)> RemindOn(Meeting meeting, Round round)
    {
        if (round.Reminder < round.Due && meeting.RoundOpened != round.Reminder)
            yield return ("remind-early", round.Reminder);
        if (meeting.RoundOpened != round.Due)
            yield return ("remind-last-day", round.Due);
    }

    /// <summary>
    /// Of what is overdue only the first step: the pack of a round that was never closed would call nobody missing. Each
    /// step, once taken, makes the next one wanted.
    /// </summary>
    private static IEnumerable<WantedJob> InTurn(IEnumerable<WantedJob> steps, DateTimeOffset now)
    {
        var waits = false;
        foreach (var step in steps)
        {
            if (step.At <= now)
            {
                if (waits)
                    continue;
                waits = step.Kind is JobKind.OpenRound or JobKind.CloseRound;
            }
            yield return step;
        }
    }

    private static IEnumerable<WantedJob> Monthly(Forum forum, Cluster cluster, IReadOnlyCollection<MadePack> made, DateTimeOffset now)
    {
        if (!forum.Rhythm.MonthlyDashboard)
            yield break;
        var today = LocalInstant.Day(now, cluster.TimeZone);
        foreach (var month in new[] { today, today.AddMonths(1) })
        {
            var day = WorkingDays.FirstOfMonth(month.Year, month.Month);
            if (today > day.AddDays(DashboardIsNewsForDays))
                continue;
            var occasion = Occasion.Month(forum.Id, month);
            var due = LocalInstant.At(day, forum.Rhythm.Hour, cluster.TimeZone);
            foreach (var kind in PackKind.Of(forum, PackTime.Monthly).Where(k => !made.Any(m => m.Is(k.Name, occasion, due))))
                yield return new($"{kind.Name} {occasion.Name}", JobKind.CompilePack, occasion, kind.Name, due);
        }
    }

    // What the scheduler gives back is compared with this.
    private static DateTimeOffset WholeSecond(DateTimeOffset instant) => new(instant.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    /// <summary>A meeting without an hour may begin as late as the day's last minute.</summary>
    private static DateTimeOffset Begins(Meeting meeting, string timeZone) =>
        LocalInstant.At(meeting.On, meeting.Start ?? new TimeOnly(23, 59), timeZone);
}

public enum JobKind
{
    OpenRound,
    RemindRound,
    CloseRound,
    CompilePack,
    CompileLatePack,
    MailPack,
    TellCalendar,
    RemindProcedure,
    ProcedureDue,
}

/// <summary>One job at one instant.</summary>
/// <param name="Name">Unique within the cluster and the same for ever: a moved job is the same job at another instant.</param>
/// <param name="Pack">Kind of pack; null for the jobs of a round.</param>
public sealed record WantedJob(string Name, JobKind Kind, Occasion Occasion, string? Pack, DateTimeOffset At);

/// <summary>What need not be done again.</summary>
/// <param name="Made">Packs that exist. One made by hand before its hour does not stand for the one that is due then.</param>
/// <param name="Late">Statuses that packs do not know of, though they ought to.</param>
public sealed record DoneAlready(IReadOnlyCollection<MadePack> Made, IReadOnlyCollection<LateStatus> Late)
{
    public static DoneAlready Nothing { get; } = new([], []);

    /// <summary>Causes of the reminders that were sent, and of what was told of written procedures.</summary>
    public IReadOnlySet<string> Told { get; init; } = new HashSet<string>();

    /// <summary>Written procedures that nobody has ended.</summary>
    public IReadOnlyCollection<OpenProcedure> Procedures { get; init; } = [];

    /// <summary>Newest editions that nobody was told of.</summary>
    public IReadOnlyCollection<UntoldEdition> Untold { get; init; } = [];

    /// <summary>Minutes that are approved.</summary>
    public IReadOnlyCollection<MinutesThere> Minutes { get; init; } = [];

    /// <summary>When the calendar first changed after those it concerns were last told; null when it has not.</summary>
    public DateTimeOffset? CalendarChanged { get; init; }
}

/// <param name="Meeting">Id.</param>
/// <param name="At">When they were approved.</param>
public sealed record MinutesThere(string Meeting, DateTimeOffset At);

/// <param name="Occasion">With the meeting's day when the edition was made.</param>
/// <param name="At">When it was issued.</param>
public sealed record UntoldEdition(string Kind, Occasion Occasion, DateTimeOffset At);

/// <summary>The first status that came after the last edition of a pack and belongs in it.</summary>
public sealed record LateStatus(string Kind, string Occasion, DateTimeOffset At);

/// <param name="MeetingOn">The meeting's day when the pack was made; null for a month's.</param>
public sealed record MadePack(string Kind, string Occasion, DateOnly? MeetingOn, DateTimeOffset At)
{
    /// <summary>True when it is the pack that was due then: a meeting moved since, to either side, wants another.</summary>
    public bool Is(string kind, Occasion occasion, DateTimeOffset due) =>
        Kind == kind && Occasion == occasion.Name && (occasion.Meeting is null || MeetingOn == occasion.On) && At >= due;
}
