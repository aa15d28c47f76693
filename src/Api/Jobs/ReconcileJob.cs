using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>Every hour: what is wanted against what stands. Finds nothing, unless something went wrong or was imported.</summary>
[DisallowConcurrentExecution]
internal sealed class ReconcileJob(JobSchedule schedule) : IJob
{
    public static readonly JobKey Key = new("reconcile");

    public static ITrigger Hourly(TimeProvider clock) => TriggerBuilder.Create(clock)
        .ForJob(Key)
        .WithIdentity("hourly", "*")
        .StartAt(clock.GetUtcNow().AddHours(1))
        .WithSimpleSchedule(hours => hours.WithInterval(TimeSpan.FromHours(1)).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
        .Build();

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var change = await schedule.ReconcileAllAsync(cancellationToken);
        context.Result = change == ScheduleChange.None
            ? JobSaid.Skipped("Intet at gøre.", "Nothing to do.")
            : JobSaid.Succeeded("Planen blev rettet.", "The plan was mended.").With("added", change.Added).With("moved", change.Moved).With("removed", change.Removed);
    }
}
