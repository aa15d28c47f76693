using Initiatives.Api.Features.Meetings;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>Some time after the calendar changed: tells those it concerns. Run by two nodes at once, or again after a node died, it tells nobody twice.</summary>
internal sealed class TellCalendarJob(TellOfCalendar telling) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (cluster, _, _, _) = JobData.Read(context);
        context.Result = await telling.HandleAsync(cluster, cancellationToken) is { } sent
            ? JobSaid.Succeeded($"Fik besked: {sent}.", $"Told: {sent}.").With("mails", sent)
            : JobSaid.Skipped("De har fået besked.", "They were told.");
    }
}
