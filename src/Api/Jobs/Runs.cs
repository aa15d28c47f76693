using System.Diagnostics;
using Initiatives.Api.Platform.Commands;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>Between a run of the scheduler and a command: who acts, and how it is told what came of it.</summary>
internal static class Runs
{
    /// <summary>The job is the actor, and its firing what the facts belong to.</summary>
    public static CommandContext Context(IJobExecutionContext run, string cluster, TimeProvider clock) =>
        new(cluster, $"job/{run.JobDetail.Key.Name}", clock.GetUtcNow());

    /// <summary>
    /// A refusal ends the job and is not tried again: the calendar has changed since the job was planned, and the schedule
    /// follows the calendar.
    /// </summary>
    /// <exception cref="InvalidOperationException">A conflict that outlasted every attempt: the scheduler tries again.</exception>
    public static JobRunReport Report(Outcome outcome) => outcome switch
    {
        Outcome.Accepted { Events.Count: 0 } => JobSaid.Skipped("Det er gjort.", "It was done."),
        Outcome.Accepted => JobRunReport.Succeeded(),
        Outcome.Refused e => JobSaid.Skipped(string.Join(' ', e.Refusals.Select(r => r.Danish)), string.Join(' ', e.Refusals.Select(r => r.English))),
        Outcome.Missing e => JobSaid.Skipped($"{e.Stream} findes ikke.", $"There is no {e.Stream}."),
        _ => throw new UnreachableException(outcome.GetType().Name),
    };
}
