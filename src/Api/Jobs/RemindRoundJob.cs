using Initiatives.Api.Features.Rounds;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>
/// In the morning, some working days before the due day and on that day itself (by an operator's press on any day of the round): reminds
/// those who still miss, each in one mail. Run by two nodes at once, or again after a node died, it reminds nobody twice.
/// </summary>
internal sealed class RemindRoundJob(StandingReader standings, Reminding reminding, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (cluster, occasion, _, _) = JobData.Read(context);
        if (await standings.ReadAsync(cluster, asOf: null, cancellationToken) is not { } standing)
        {
            context.Result = JobSaid.Skipped("Klyngen findes ikke mere.", "The cluster is gone.");
            return;
        }
        var today = Clock.Day(clock.GetUtcNow(), standing.Cluster.TimeZone);
        if (RoundAnswers.Of(standing, occasion.Name, today) is not { Round: var round } answers || !round.Round.IsOpen(today))
        {
            context.Result = JobSaid.Skipped("Det er ikke længere en dag at rykke på.", "This is no day to remind on any more.");
            return;
        }
        var told = await reminding.RemindAsync(standing, answers, today, cancellationToken);
        var without = string.Join(", ", told.WithoutMail);
        var report = without.Length == 0
            ? JobSaid.Succeeded($"Rykket: {told.Sent}.", $"Reminded: {told.Sent}.")
            : JobSaid.Succeeded($"Rykket: {told.Sent}. Ingen mailadresse at rykke på for {without}.", $"Reminded: {told.Sent}. No address to remind anybody at for {without}.");
        context.Result = report
            .With("missing", answers.Missing.Count()).With("reminded", told.Sent);
    }
}
