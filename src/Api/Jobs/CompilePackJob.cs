using System.Diagnostics;
using Initiatives.Api.Features.Packs;
using Initiatives.Reporting.Print;
using MediatR;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>
/// At the pack's hour: compiles it, unless it is there already, and prints it. Run by two nodes at once, or again after a
/// node died, it still makes one edition.
/// </summary>
internal sealed class CompilePackJob(IMediator mediator, JobSchedule schedule, TimeProvider clock) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        CompileAsync(context, mediator, schedule, clock, static command => command, cancellationToken);

    /// <param name="asked">What the command asks for besides.</param>
    internal static async ValueTask CompileAsync(
        IJobExecutionContext context, IMediator mediator, JobSchedule schedule, TimeProvider clock, Func<CompilePack, CompilePack> asked, CancellationToken cancellationToken)
    {
        var (cluster, occasion, pack, due) = JobData.Read(context);
        var run = Runs.Context(context, cluster, clock);
        var command = new CompilePack(run, pack!, occasion) { Due = due, Progress = percent => context.ReportProgress(percent * 9 / 10) };
        switch (await mediator.Send(asked(command), cancellationToken))
        {
            case Compiled.Issued { Edition: var edition }:
                var print = await PrintAsync(edition);
                context.Result = JobSaid.Succeeded($"{edition.Id} er udsendt. {print?.Danish}", $"{edition.Id} was issued. {print?.English}").With("cut_off", edition.CutOff);
                break;
            case Compiled.There { Edition: var edition }:
                var late = await PrintAsync(edition);
                context.Result = JobSaid.Skipped($"{edition.Id} fandtes. {late?.Danish}", $"{edition.Id} was there. {late?.English}");
                break;
            case Compiled.Refused { Refusals: var refusals }:
                context.Result = JobSaid.Failed(string.Join(' ', refusals.Select(r => r.Danish)), string.Join(' ', refusals.Select(r => r.English)));
                break;
            default:
                throw new UnreachableException();
        }

        // Null when it has its PDF.
        async Task<NotPrinted?> PrintAsync(Edition edition)
        {
            // First, so that a node that dies while printing leaves the mail planned.
            await schedule.ReconcileAsync(cluster, cancellationToken);
            return edition.HasPdf ? null : await mediator.Send(new PrintEdition(run, edition), cancellationToken) as NotPrinted;
        }
    }
}
