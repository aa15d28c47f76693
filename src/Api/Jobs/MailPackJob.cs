using Initiatives.Api.Features.Packs;
using Initiatives.Reporting.Print;
using MediatR;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>Mails a pack's newest edition to its forum, with its PDF. Run by two nodes at once, or again after a node died, it mails nobody twice.</summary>
internal sealed class MailPackJob(IMediator mediator, Editions editions, TellOfEdition telling, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (cluster, occasion, pack, _) = JobData.Read(context);
        if (await editions.NewestAsync(cluster, pack!, occasion.Name, cancellationToken) is not { } edition)
        {
            context.Result = JobSaid.Skipped("Udgaven findes ikke mere.", "The edition is gone.");
            return;
        }
        // A machine that cannot print mails the edition's own page instead.
        if (!edition.HasPdf)
            await mediator.Send(new PrintEdition(Runs.Context(context, cluster, clock), edition), cancellationToken);
        context.Result = await telling.HandleAsync(cluster, edition, cancellationToken) switch
        {
            { Sent: null } => JobSaid.Skipped($"{edition.Id} er sendt.", $"{edition.Id} was mailed."),
            // Failed, though there is nothing to try again: somebody must seat people in the forum, and send it to them.
            { Seated: 0 } => JobSaid.Failed(
                $"{edition.Id} blev ikke sendt til nogen: {edition.Forum} har ingen medlemmer i dag.", $"{edition.Id} was mailed to nobody: {edition.Forum} has no members today."),
            { WithoutMail: [_, ..] without, Sent: var sent } => JobSaid.Failed(
                $"{edition.Id} blev sendt til {sent}. Uden mailadresse: {string.Join(", ", without)}.", $"{edition.Id} was mailed to {sent}. Without an address: {string.Join(", ", without)}."),
            { Sent: var sent } => JobSaid.Succeeded($"{edition.Id} blev sendt til {sent}.", $"{edition.Id} was mailed to {sent}."),
        };
    }
}
