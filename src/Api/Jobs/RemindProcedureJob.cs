using Initiatives.Api.Features.Procedures;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>
/// On the working day before a written procedure's deadline: reminds those who have not answered. Run by two nodes at once, or again after
/// a node died, it reminds nobody twice.
/// </summary>
internal sealed class RemindProcedureJob(StandingReader standings, TellingOfProcedures telling, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (cluster, occasion, _, _) = JobData.Read(context);
        // The next day is the last: who is reminded then has no day left to answer in. Before that only an operator's press runs it.
        context.Result = await standings.ReadAsync(cluster, asOf: null, cancellationToken) is { } standing && Clock.Day(clock.GetUtcNow(), standing.Cluster.TimeZone) <= WorkingDays.Previous(occasion.On)
            && await telling.TellAsync(standing.Cluster, occasion.Name, ProcedureNews.Reminder, cancellationToken) is { } sent
            ? JobSaid.Succeeded($"Rykket: {sent}.", $"Reminded: {sent}.").With("reminded", sent)
            : JobSaid.Skipped("Den er afsluttet, dagen er forbi, eller der er rykket.", "It has ended, its day is over, or they were reminded.");
    }
}
