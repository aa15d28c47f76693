using Initiatives.Api.Features.Procedures;
using Initiatives.Api.Features.Shell;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>When a written procedure's deadline is over: tells chair and secretariat that it can be concluded, and how many have not answered. Once.</summary>
internal sealed class ProcedureDueJob(StandingReader standings, TellingOfProcedures telling) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (cluster, occasion, _, _) = JobData.Read(context);
        context.Result = await standings.ReadAsync(cluster, asOf: null, cancellationToken) is { } standing
            && await telling.TellAsync(standing.Cluster, occasion.Name, ProcedureNews.Due, cancellationToken) is { } sent
            ? JobSaid.Succeeded($"Fik besked: {sent}.", $"Told: {sent}.").With("told", sent)
            : JobSaid.Skipped("Den er afsluttet, eller de har fået besked.", "It has ended, or they were told.");
    }
}
