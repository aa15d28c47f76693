using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>A fact for one of the cluster's own streams, and when it happened.</summary>
internal readonly record struct DatedFact<TEvent>(TEvent Fact, DateTimeOffset At);

/// <summary>
/// What a document adds to a cluster's configuration, purely: only what differs from what holds. Configuration may
/// change, so a difference is a new fact and not a contradiction, except where no fact can say it.
/// </summary>
internal static class ClusterFacts
{
    public static IEnumerable<ClusterEvent> Of(Scan scan, Cluster now, Tally tally, Problems problems)
    {
        if (scan.Cluster is not { } cluster)
            return [];
        return
        [
            .. Identity(cluster, now, tally, problems),
            .. scan.Organisations.SelectMany(o => Organisation(o.Entry, now, tally)),
            .. scan.Forums.SelectMany(f => Forum(f.Entry, now, tally)),
            .. scan.Distribution.SelectMany(d => Distribution(d.Entry, now, tally)),
        ];
    }

    private static IEnumerable<ClusterEvent> Identity(Held<ClusterEntry> held, Cluster now, Tally tally, Problems problems)
    {
        var (e, path) = held;
        if (!now.Exists)
        {
            tally.New(EntryList.Cluster);
            yield return new ClusterRegistered(e.Id, e.Name, e.Region, e.Language ?? "da", e.TimeZone ?? "Europe/Copenhagen", e.ExampleData ?? false);
        }
        else
        {
            if ((e.ExampleData ?? false) != now.ExampleData)
                problems.Add(path["exampleData"], ContentErrors.ExampleDataMixed());
            if (e.TimeZone is { } zone && zone != now.TimeZone)
                problems.Add(path["timeZone"], ContentErrors.RewritesHistory(now.TimeZone));
            if (e.Language is { } language && language != now.Language)
                problems.Add(path["language"], ContentErrors.RewritesHistory(now.Language));
            var renamed = e.Name != now.Name || (e.Region ?? now.Region) != now.Region;
            var tolerated = e.Tolerances is null || e.Tolerances == now.Tolerances;
            tally.Count(EntryList.Cluster, known: 1, added: renamed || !tolerated ? 1 : 0);
            if (renamed)
                yield return new ClusterRenamed(e.Name, e.Region ?? now.Region);
        }
        if (e.Tolerances is { } tolerances && tolerances != now.Tolerances)
            yield return new TolerancesSet(tolerances);
    }

    private static IEnumerable<ClusterEvent> Organisation(OrganisationEntry e, Cluster now, Tally tally)
    {
        var known = now.Organisations.FirstOrDefault(o => o.Id == e.Id);
        var wanted = new Organisation(e.Id, e.Name, e.Kind);
        tally.Count(EntryList.Organisations, known is null ? 0 : 1, known == wanted ? 0 : 1);
        if (known != wanted)
            yield return new OrganisationRecorded(e.Id, e.Name, e.Kind);
    }

    private static IEnumerable<ClusterEvent> Forum(ForumEntry e, Cluster now, Tally tally)
    {
        var known = now.Forum(e.Id);
        var configured = known is not null && known.Name == e.Name && known.EscalatesTo == e.EscalatesTo && known.Duties.ToHashSet().SetEquals(e.Duties);
        var rhythm = RhythmOf(e, known);
        var keepsTime = rhythm == (known?.Rhythm ?? Rhythm.Default);
        tally.Count(EntryList.Forums, known is null ? 0 : 1, configured && keepsTime ? 0 : 1);
        if (!configured)
            yield return new ForumConfigured(e.Id, e.Name, e.Duties, e.EscalatesTo);
        if (!keepsTime)
            yield return new RhythmSet(e.Id, rhythm);
    }

    /// <summary>A forum that decides escalations also has its dashboard each month ("Direktørforum vil få løbende status").</summary>
    public static Rhythm RhythmOf(ForumEntry e, Forum? known)
    {
        var was = known?.Rhythm ?? Rhythm.Default with { MonthlyDashboard = e.Duties.Contains(ForumDuty.DecideEscalations) };
        return e.Rhythm is not { } r ? was : new Rhythm(
            r.OpensDaysBefore ?? was.OpensDaysBefore,
            r.DeadlineDaysBefore ?? was.DeadlineDaysBefore,
            r.ReminderWorkingDaysBefore ?? was.ReminderWorkingDaysBefore,
            r.PackDaysBefore ?? was.PackDaysBefore,
            r.Hour ?? was.Hour,
            r.MonthlyDashboard ?? was.MonthlyDashboard);
    }

    private static IEnumerable<ClusterEvent> Distribution(DistributionEntry e, Cluster now, Tally tally)
    {
        var known = now.Distribution.FirstOrDefault(d => d.MinutesOf == e.MinutesOf);
        var same = known is not null && known.SentTo.ToHashSet().SetEquals(e.SentTo);
        tally.Count(EntryList.Distribution, known is null ? 0 : 1, same ? 0 : 1);
        if (!same)
            yield return new DistributionSet(e.MinutesOf, e.SentTo);
    }
}
