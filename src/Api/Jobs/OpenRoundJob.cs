using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using MediatR;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>At the round's hour: opens it, and puts on record who owes a status.</summary>
internal sealed class OpenRoundJob(IMediator mediator, CardReader cards, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (cluster, occasion, _, _) = JobData.Read(context);
        var overview = await cards.ReadAsync(cluster, cancellation: cancellationToken);
        if (overview?.Calendar.Find(occasion.Name) is not { } meeting || overview.Cluster.Forum(meeting.Forum) is not { } forum)
        {
            context.Result = JobRunReport.Skipped("The meeting is gone.");
            return;
        }
        var round = Round.Of(meeting, forum.Rhythm);
        var expected = overview.Rows.Where(r => Board.Owes(r.Card.Track, round)).Select(r => new InitiativeRef(r.Card.Plan, r.Card.Number)).ToList();
        var outcome = await mediator.Send(new Change(Runs.Context(context, cluster, clock), new CalendarWish(new OpenRound(meeting.Id, expected))), cancellationToken);
        context.Result = Runs.Report(outcome).With("expected", expected.Count);
    }
}
