using MediatR;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>
/// Some time after the first status that came too late for a pack: the pack's next edition, with all that have come by then. Run
/// again, it finds nothing that the last edition does not know.
/// </summary>
internal sealed class CompileLatePackJob(IMediator mediator, JobSchedule schedule, TimeProvider clock) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        CompilePackJob.CompileAsync(context, mediator, schedule, clock, static command => command with { Due = null, ForLateStatuses = true }, cancellationToken);
}
