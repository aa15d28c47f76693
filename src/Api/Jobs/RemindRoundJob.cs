using Initiatives.Api.Features.Rounds;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>
/// In the morning, some working days before the due day and on that day itself: reminds those who still miss, each in one mail. Run by
/// two nodes at once, or again after a node died, it reminds nobody twice.
/// </summary>
internal sealed class RemindRoundJob(StandingReader standings, Reminding reminding, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (cluster, occasion, _, _) = JobData.Read(context);
        if (await standings.ReadAsync(cluster, asOf: null, cancellationToken) is not { } standing)
        {
            context.Result = JobRunReport.Skipped("The cluster is gone.");
            return;
        }
        var today = Clock.Day(clock.GetUtcNow(), standing.Cluster.TimeZone);
        if (RoundAnswers.Of(standing, occasion.Name, today) is not { Round: var round } answers || round.Round.Reminder != today && round.Round.Due != today)
        {
            context.Result = JobRunReport.Skipped("This is no day to remind on any more.");
            return;
        }
        var told = await reminding.RemindAsync(standing, answers, today, cancellationToken);
        context.Result = JobRunReport.Succeeded(told.WithoutMail.Count == 0 ? "" : $"No address to remind anybody at for {string.Join(", ", told.WithoutMail)}.")
            .With("missing", answers.Missing.Count()).With("reminded", told.Sent);
    }
}
