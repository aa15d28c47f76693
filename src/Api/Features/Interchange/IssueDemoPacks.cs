using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using MediatR;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// Issues a sample cluster's packs for the last meeting of each forum that gets one, as of the day it would have been made,
/// and for the next, as of now: so that whoever tries the service finds both in the archive.
/// </summary>
internal sealed record IssueDemoPacks(string Cluster, DateTimeOffset Now) : IRequest;

internal sealed class IssueDemoPacksHandler(CardReader cards, IMediator mediator) : IRequestHandler<IssueDemoPacks>
{
    public async Task<Unit> Handle(IssueDemoPacks request, CancellationToken cancellationToken)
    {
        if (await cards.ReadAsync(request.Cluster, cancellation: cancellationToken) is not { } standing)
            return Unit.Value;
        var (cluster, calendar) = (standing.Cluster, standing.Calendar);
        var today = LocalInstant.Day(request.Now, cluster.TimeZone);
        foreach (var forum in cluster.Forums)
        {
            foreach (var kind in PackKind.Before(forum))
            {
                if (calendar.Previous(forum.Id, today) is { } last)
                    await IssueAsync(kind, last, LocalInstant.At(Round.Of(last, forum.Rhythm).PackDay, forum.Rhythm.Hour, cluster.TimeZone));
                if (calendar.Next(forum.Id, today) is { } next)
                    await IssueAsync(kind, next, request.Now);
            }
        }

        return Unit.Value;

        async Task IssueAsync(PackKind kind, Meeting meeting, DateTimeOffset at)
        {
            var context = new CommandContext(request.Cluster, "demo", at);
            if (await mediator.Send(new CompilePack(context, kind.Name, Occasion.Of(meeting)), cancellationToken) is Compiled.Issued { Edition: var edition })
                await mediator.Send(new PrintEdition(context with { Now = request.Now }, edition), cancellationToken);
        }
    }
}
