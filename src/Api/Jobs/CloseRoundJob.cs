using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using MediatR;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>As the due day ends: closes the round, and puts on record who has posted nothing.</summary>
internal sealed class CloseRoundJob(IMediator mediator, CardReader cards, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (cluster, occasion, _, _) = JobData.Read(context);
        var overview = await cards.ReadAsync(cluster, cancellation: cancellationToken);
        if (overview?.Calendar.Find(occasion.Name) is not { } meeting || overview.Cluster.Forum(meeting.Forum) is not { } forum)
        {
            context.Result = JobSaid.Skipped("Mødet findes ikke mere.", "The meeting is gone.");
            return;
        }
        var round = Round.Of(meeting, forum.Rhythm);
        var missing = overview.Rows.Where(r => IsMissing(r.Card, round)).Select(r => new InitiativeRef(r.Card.Plan, r.Card.Number)).ToList();
        var outcome = await mediator.Send(new Change(Runs.Context(context, cluster, clock), new CalendarWish(new CloseRound(meeting.Id, missing))), cancellationToken);
        context.Result = Runs.Report(outcome).With("missing", missing.Count);
    }

    /// <summary>As it was when the due day ended: a job that runs late must not count what came in since.</summary>
    private static bool IsMissing(InitiativeCard card, Round round) =>
        Board.Owes(card.Track, round)
        && !card.Track.Lights.Any(l => l.Corrects is null && l.On <= round.Due && (l.Round == round.Meeting.Id || l.On >= round.Opens));
}
