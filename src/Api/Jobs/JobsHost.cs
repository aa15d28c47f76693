using Microsoft.Extensions.Options;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>
/// Starts the scheduler with the host and stops it with it. The schedule is reconciled before anything may fire: after a
/// long standstill every job of a meeting is overdue at once, and only the first of them may run.
/// </summary>
internal sealed class JobsHost(ISchedulerFactory schedulers, JobSchedule schedule, IOptions<JobsOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Run)
            return;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await schedule.ReconcileAllAsync(cancellationToken);
        await scheduler.ScheduleTrigger(ReconcileJob.Hourly(clock), TriggerConflict.Replace, cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    /// <summary>Jobs under way are told to stop and waited for; what they began is begun again by another node, or at the next start.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Run)
            return;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
