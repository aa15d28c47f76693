using Initiatives.Api.Features.Packs;
using Initiatives.Domain;

namespace Initiatives.Api.Jobs;

/// <summary>
/// Which jobs ought to stand in the schedule: a pure function of what a cluster has decided and of the packs already made.
/// The scheduler is only ever brought to agree with it, so a trigger that was lost, doubled or left behind cannot last.
/// </summary>
public static class WantedJobs
{
    // A month's dashboard that nobody made in its first week is no longer news.
    private const int DashboardIsNewsForDays = 7;

    /// <param name="made">Packs that exist, by kind, occasion and the meeting day they were made for.</param>
    /// <param name="now">Jobs of meetings that are over are not wanted; jobs whose hour has passed are wanted at once.</param>
    public static IReadOnlyList<WantedJob> Of(Cluster cluster, Calendar calendar, IReadOnlyCollection<MadePack> made, DateTimeOffset now)
    {
        var wanted = new List<WantedJob>();
        foreach (var forum in cluster.Forums)
        {
            foreach (var meeting in calendar.Held(forum.Id).Where(m => now < Begins(m, cluster.TimeZone)))
                wanted.AddRange(InTurn(Before(meeting, forum, cluster, made), now));
            wanted.AddRange(Monthly(forum, cluster, made, now));
        }
        return wanted;
    }

    private static IEnumerable<WantedJob> Before(Meeting meeting, Forum forum, Cluster cluster, IReadOnlyCollection<MadePack> made)
    {
        var round = Round.Of(meeting, forum.Rhythm);
        if (forum.Id == cluster.ManagingForum?.Id && !round.ShortNotice && meeting.Missing is null)
        {
            if (meeting.RoundOpened is null)
                yield return new($"open-round {meeting.Id}", JobKind.OpenRound, PackOccasion.Of(meeting), null, At(round.Opens, forum.Rhythm.Hour));
            // As the due day ends, and not at the forum's hour: a status posted in between would be late and yet not missing.
            yield return new($"close-round {meeting.Id}", JobKind.CloseRound, PackOccasion.Of(meeting), null, At(round.Due.AddDays(1), 0));
        }
        foreach (var kind in PackKind.Before(forum))
        {
            if (!made.Contains(new(kind.Name, meeting.Id, meeting.On)))
                yield return new($"{kind.Name} {meeting.Id}", JobKind.CompilePack, PackOccasion.Of(meeting), kind.Name, At(round.PackDay, forum.Rhythm.Hour));
        }

        DateTimeOffset At(DateOnly day, int hour) => LocalInstant.At(day, hour, cluster.TimeZone);
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
                waits = step.Kind is not JobKind.CompilePack;
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
            var occasion = PackOccasion.Month(forum.Id, month);
            foreach (var kind in PackKind.Before(forum).Where(k => k.Monthly && !made.Contains(new(k.Name, occasion.Name, null))))
                yield return new($"{kind.Name} {occasion.Name}", JobKind.CompilePack, occasion, kind.Name, LocalInstant.At(day, forum.Rhythm.Hour, cluster.TimeZone));
        }
    }

    /// <summary>A meeting without an hour may begin as late as the day's last minute.</summary>
    private static DateTimeOffset Begins(Meeting meeting, string timeZone) =>
        LocalInstant.At(meeting.On, meeting.Start ?? new TimeOnly(23, 59), timeZone);
}

public enum JobKind
{
    OpenRound,
    CloseRound,
    CompilePack,
}

/// <summary>One job at one instant.</summary>
/// <param name="Name">Unique within the cluster and the same for ever: a moved job is the same job at another instant.</param>
/// <param name="Pack">Kind of pack; null for the jobs of a round.</param>
public sealed record WantedJob(string Name, JobKind Kind, PackOccasion Occasion, string? Pack, DateTimeOffset At);

/// <param name="MeetingOn">The meeting's day when the pack was made; null for a month's.</param>
public readonly record struct MadePack(string Kind, string Occasion, DateOnly? MeetingOn);
