using Initiatives.Api.Features.Rounds;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using MediatR;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>At the round's hour: opens it, puts on record who owes a status, and asks those who answer for them, each by one mail with links to their tasks.</summary>
internal sealed class OpenRoundJob(IMediator mediator, CardReader cards, StandingReader standings, Reminding reminding, TimeProvider clock) : IJob
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
        var expected = overview.Rows.Where(r => Board.Owes(r.Card.Track, round)).Select(r => new InitiativeRef(r.Card.Plan, r.Card.Number)).ToList();
        var outcome = await mediator.Send(new Change(Runs.Context(context, cluster, clock), new CalendarWish(new OpenRound(meeting.Id, expected))), cancellationToken);
        // Also when it was open already: a node may have died between opening it and asking, and nobody is asked twice.
        var asked = outcome is Outcome.Accepted ? await AskAsync(cluster, meeting.Id, cancellationToken) : 0;
        context.Result = Runs.Report(outcome).With("expected", expected.Count).With("asked", asked);
    }

    private async Task<int> AskAsync(string cluster, string meeting, CancellationToken cancellation)
    {
        if (await standings.ReadAsync(cluster, asOf: null, cancellation) is not { } standing) return 0;
        var today = Clock.Day(clock.GetUtcNow(), standing.Cluster.TimeZone);
        return RoundAnswers.Of(standing, meeting, today) is { } answers ? (await reminding.AskAsync(standing, answers, today, cancellation)).Sent : 0;
    }
}
