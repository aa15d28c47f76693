using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// What a document adds to the cluster's own streams, and everything about the cluster that its initiatives' history
/// depends on once that is added.
/// </summary>
internal sealed class ImportFrame
{
    private readonly IReadOnlyList<ClusterEvent> _cluster;
    private readonly IReadOnlyList<DatedFact<CalendarEvent>> _calendar;
    private readonly IReadOnlyList<DatedFact<PlanEvent>> _plan;

    private ImportFrame(
        Scan scan, KnownCluster known, string timeZone, DateTimeOffset now, IReadOnlyList<ClusterEvent> cluster,
        IReadOnlyList<DatedFact<CalendarEvent>> calendar, IReadOnlyList<DatedFact<PlanEvent>> plan, DateTimeOffset since)
    {
        (_cluster, _calendar, _plan) = (cluster, calendar, plan);
        (TimeZone, Now, Since) = (timeZone, now, since);
        PlanId = scan.Plan?.Entry.Id ?? "";
        var after = cluster.Aggregate(known.Cluster, Cluster.Evolve);
        Chain = [.. after.ApprovalChain.Select(f => f.Id)];
        Deeds = new Deeds(
            PlanId, timeZone, OrderedOn(after, scan.Plan?.Entry, known.Plan, LocalInstant.Day(now, timeZone)),
            scan.Ids.Meetings.Union(known.Calendar.Meetings.Select(m => m.Id)).ToHashSet(StringComparer.Ordinal),
            after.Forums.ToDictionary(f => f.Id, f => f.EscalatesTo));
    }

    public string TimeZone { get; }

    public DateTimeOffset Now { get; }

    /// <summary>From when the cluster counts as known: its first day in the document when it is new here, otherwise now.</summary>
    public DateTimeOffset Since { get; }

    public string PlanId { get; }

    /// <summary>The approving forums, in order.</summary>
    public IReadOnlyList<string> Chain { get; }

    public Deeds Deeds { get; }

    public int Count => _cluster.Count + _calendar.Count + _plan.Count;

    public static ImportFrame Of(Scan scan, KnownCluster known, string timeZone, DateTimeOffset now, Tally tally, Problems problems)
    {
        var today = LocalInstant.Day(now, timeZone);
        var since = known.Cluster.Exists ? now : FirstDay(scan, today) is var day && day == today ? now : LocalInstant.At(day, 12, timeZone);
        var cluster = ClusterFacts.Of(scan, known.Cluster, tally, problems).ToList();
        var calendar = new CalendarFacts(known.Calendar, scan.Plan?.Entry.Id ?? "", timeZone, today, since, now, problems).Of(scan.Meetings, tally).ToList();
        var plan = scan.Plan is { } held ? new PlanFacts(known.Plan, timeZone, now, problems).Of(held, scan.NotCarried, tally).ToList() : [];
        return new ImportFrame(scan, known, timeZone, now, cluster, calendar, plan, since);
    }

    /// <summary>In the order they happened; the cluster and the plan stand before anything that belongs to them.</summary>
    /// <param name="since">As <see cref="Since"/>, or earlier when the history of an initiative is.</param>
    public IEnumerable<FrameFact> Facts(DateTimeOffset since) =>
    [
        .. _cluster.Select(e => FrameFact.Of(since, Streams.Cluster, Noun.Cluster, e)),
        .. _calendar.Select(e => FrameFact.Of(e.At == Since ? since : e.At, Streams.Calendar, Noun.Calendar, e.Fact))
            .Concat(_plan.Select(e => FrameFact.Of(e.Fact is PlanDrawnUp ? since : e.At, Streams.Plan(PlanId), Noun.Plan, e.Fact)))
            .OrderBy(f => f.At),
    ];

    private static DateOnly FirstDay(Scan scan, DateOnly today) =>
        scan.Meetings.Select(m => m.Entry.Date)
            .Concat(scan.Plan is { Entry: var plan } ? plan.Approvals.Select(a => a.Date).Append(plan.From) : [])
            .Append(today)
            .Min();

    /// <summary>The day the forum that places orders approved the plan, or else the plan's first day; never later than today.</summary>
    private static DateOnly OrderedOn(Cluster cluster, PlanEntry? entry, Plan plan, DateOnly today)
    {
        bool Orders(string forum) => cluster.Forum(forum)?.Has(ForumDuty.PlaceOrders) ?? false;
        var approvals = (entry?.Approvals.Where(a => Orders(a.Forum)).Select(a => a.Date) ?? [])
            .Concat(plan.Approvals.Where(a => Orders(a.Forum)).Select(a => a.On));
        var day = approvals.DefaultIfEmpty(entry?.From ?? today).Min();
        return day > today ? today : day;
    }
}

/// <summary>A fact for one of the cluster's own streams, on its way to the log.</summary>
internal sealed record FrameFact(DateTimeOffset At, Func<ImportWriter, DateTimeOffset, CancellationToken, Task> Write)
{
    public static FrameFact Of<TState, TEvent>(DateTimeOffset at, string stream, Noun<TState, TEvent> noun, TEvent fact)
        where TState : class
        where TEvent : class =>
        new(at, async (writer, when, cancellation) => await writer.AddAsync(await writer.OpenAsync(stream, noun, cancellation), [fact], when, last: false, cancellation));

    /// <summary>An initiative gets its number in the plan with its order.</summary>
    public static FrameFact Listed(string plan, int number, DateTimeOffset at) => Of(at, Streams.Plan(plan), Noun.Plan, (PlanEvent)new InitiativeListed(number));

    public Task AddAsync(ImportWriter writer, CancellationToken cancellation) => Write(writer, At, cancellation);
}
