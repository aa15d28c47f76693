using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;
using Npgsql;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>
/// Brings the scheduler's triggers to agree with <see cref="WantedJobs"/>. One trigger per job of a meeting, keyed by
/// cluster and job, so doing it twice, or on two nodes at once, changes nothing.
/// </summary>
internal sealed class JobSchedule(ISchedulerFactory schedulers, EventStoreDataSources sources, ClusterRegister clusters, TimeProvider clock, ILogger<JobSchedule> log)
{
    private const int Page = 500;

    public static JobKey KeyOf(JobKind kind) => new(kind switch
    {
        JobKind.OpenRound => "open-round",
        JobKind.RemindRound => "remind-round",
        JobKind.CloseRound => "close-round",
        JobKind.CompilePack => "compile-pack",
        JobKind.CompileLatePack => "compile-late-pack",
        JobKind.MailPack => "mail-pack",
        JobKind.TellCalendar => "tell-calendar",
        JobKind.RemindProcedure => "remind-procedure",
        JobKind.ProcedureDue => "procedure-due",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>Every cluster of the installation: at start, after an import, and every hour.</summary>
    public async Task<ScheduleChange> ReconcileAllAsync(CancellationToken cancellation)
    {
        var total = ScheduleChange.None;
        foreach (var cluster in await clusters.ReadAsync(cancellation))
            total += await ReconcileAsync(cluster.Id, cancellation);
        return total;
    }

    /// <summary>One cluster, in a transaction of its own.</summary>
    public async Task<ScheduleChange> ReconcileAsync(string cluster, CancellationToken cancellation)
    {
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var change = await ReconcileAsync(cluster, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        if (change != ScheduleChange.None)
            log.LogInformation("Schedule of {Cluster}: {Added} added, {Moved} moved, {Removed} removed.", cluster, change.Added, change.Moved, change.Removed);
        return change;
    }

    /// <summary>In the caller's transaction: what it has written counts, and what it undoes is undone here too.</summary>
    public async Task<ScheduleChange> ReconcileAsync(string cluster, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await OneAtATimeAsync(cluster, transaction, cancellation);
        var now = clock.GetUtcNow();
        var (facts, calendar, done) = await JobFacts.ReadAsync(cluster, now, transaction, cancellation);
        var wanted = WantedJobs.Of(facts, calendar, done, now);
        var scheduler = await schedulers.GetScheduler(cancellation);
        using var enlisted = scheduler.EnlistTransaction(transaction);
        var standing = await StandingAsync(scheduler, cluster, cancellation);
        int added = 0, moved = 0;
        foreach (var job in wanted)
        {
            if (standing.Remove(job.Name, out var trigger))
            {
                if (Agrees(trigger, job))
                    continue;
                moved++;
            }
            else
            {
                added++;
            }
            await scheduler.ScheduleTrigger(TriggerOf(cluster, job), TriggerConflict.Replace, cancellation);
        }
        // What is running takes its own trigger away when it ends.
        var stale = standing.Values.Where(t => t.State is not (TriggerState.Complete or TriggerState.Blocked or TriggerState.Executing)).Select(t => t.Key).ToList();
        if (stale.Count > 0)
            await scheduler.UnscheduleJobs(stale, cancellation);
        return new(added, moved, stale.Count);
    }

    /// <summary>Two that bring one cluster's triggers to agree at once would each hold rows that the other waits for.</summary>
    private static async Task OneAtATimeAsync(string cluster, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands = { new("SELECT pg_advisory_xact_lock(hashtextextended('jobs of ' || $1, 0))") { Parameters = { new NpgsqlParameter<string> { TypedValue = cluster } } } },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Overdue jobs agree whatever their instant: they are due now either way, and perhaps between two attempts.</summary>
    private bool Agrees(TriggerHeader trigger, WantedJob job)
    {
        if (trigger.State == TriggerState.Error)
            return false;
        var now = clock.GetUtcNow();
        return trigger.StartTimeUtc == job.At || (trigger.StartTimeUtc <= now && job.At <= now);
    }

    private static ITrigger TriggerOf(string cluster, WantedJob job) => TriggerBuilder.Create()
        .ForJob(KeyOf(job.Kind))
        .WithIdentity(job.Name, cluster)
        .StartAt(job.At)
        // A firing missed while nobody ran is made up for as soon as somebody does: once, because the instant is one.
        .WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
        .UsingJobData(JobData.Write(cluster, job))
        .Build();

    private static async Task<Dictionary<string, TriggerHeader>> StandingAsync(IScheduler scheduler, string cluster, CancellationToken cancellation)
    {
        var standing = new Dictionary<string, TriggerHeader>(StringComparer.Ordinal);
        for (var skip = 0; ; skip += Page)
        {
            var page = await scheduler.QueryTriggers(
                new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(cluster), Skip = skip, Take = Page }, cancellation);
            foreach (var trigger in page.Items)
                standing[trigger.Key.Name] = trigger;
            if (page.Items.Count < Page)
                return standing;
        }
    }
}

/// <summary>How far the schedule was from what it ought to be.</summary>
internal sealed record ScheduleChange(int Added, int Moved, int Removed)
{
    public static ScheduleChange None { get; } = new(0, 0, 0);

    public static ScheduleChange operator +(ScheduleChange a, ScheduleChange b) => new(a.Added + b.Added, a.Moved + b.Moved, a.Removed + b.Removed);
}
