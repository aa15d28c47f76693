using Quartz;
using Quartz.Extensibility;

namespace Initiatives.Api.Jobs;

/// <summary>What a cluster's jobs will do and have done, for the operator: next, last, failed, and "run now".</summary>
internal sealed class JobRuns(ISchedulerFactory schedulers, IExecutionHistoryStore history)
{
    /// <summary>Everything planned, soonest first.</summary>
    public async Task<IReadOnlyList<PlannedJob>> PlannedAsync(string cluster, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var page = await scheduler.QueryTriggers(new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(cluster), Take = 1000 }, cancellation);
        return
        [
            .. page.Items.Where(t => t.NextFireTimeUtc is not null).OrderBy(t => t.NextFireTimeUtc)
                .Select(t => new PlannedJob(t.Key.Name, t.NextFireTimeUtc!.Value, t.RetryAttempt, t.State == TriggerState.Error)),
        ];
    }

    /// <summary>What has run, newest first.</summary>
    /// <param name="failed">Only runs that failed and were not tried again; only the others when false; all when null.</param>
    public async Task<IReadOnlyList<JobRun>> RunsAsync(string cluster, bool? failed, int take, CancellationToken cancellation)
    {
        // The history knows triggers by part of "group.name"; a cluster's id may be the beginning of another's.
        var page = await history.QueryExecutions(
            new ExecutionHistoryQuery { SchedulerName = JobsSetup.SchedulerName, TriggerContains = $"{cluster}.", FailedFinally = failed, Take = take }, cancellation);
        return
        [
            .. page.Items.Where(e => e.TriggerGroup == cluster)
                .Select(e => new JobRun(e.TriggerName, e.JobName, e.FiredAtUtc, e.Duration, e.EffectiveResult.ToString().ToLowerInvariant(), JobSaid.Read(e.Summary), e.ExceptionMessage, e.RetryAttempt, e.RetryScheduled, e.SchedulerInstanceId)),
        ];
    }

    /// <summary>Moves a planned job to now. False when none of that name is planned.</summary>
    public async Task<bool> RunNowAsync(string cluster, string job, DateTimeOffset now, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var key = new TriggerKey(job, cluster);
        if (await scheduler.GetTrigger(key, cancellation) is not { } trigger)
            return false;
        // Due now as well: run again after a crash, it must find the edition that it has made to be the one that was wanted.
        var sooner = trigger.GetTriggerBuilder().StartAt(now).UsingJobData(JobData.DueAt(trigger.JobDataMap, now)).Build();
        await scheduler.ScheduleTrigger(sooner, TriggerConflict.Replace, cancellation);
        return true;
    }
}

/// <param name="Job">e.g. <c>afvigelsesrapport chefforum-2023-10-30</c>.</param>
/// <param name="Attempt">0, or which new attempt after failures the next run is.</param>
/// <param name="Stuck">It could not even be started several times in a row, and waits for the hourly reconciliation.</param>
public sealed record PlannedJob(string Job, DateTimeOffset At, int Attempt, bool Stuck);

/// <param name="Kind">open-round, remind-round, close-round, compile-pack, compile-late-pack, mail-pack or tell-calendar.</param>
/// <param name="Result">succeeded, skipped (there was nothing to do), failed or cancelled.</param>
/// <param name="Summary">What it did, in a line; null when it said nothing.</param>
/// <param name="Error">What the runtime said when it broke, in English.</param>
/// <param name="TriesAgain">It failed and will be tried again.</param>
/// <param name="Node">Which process ran it.</param>
public sealed record JobRun(
    string Job, string Kind, DateTimeOffset At, TimeSpan Took, string Result, JobSaid? Summary, string? Error, int Attempt, bool TriesAgain, string Node);
