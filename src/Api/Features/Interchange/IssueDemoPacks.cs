using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using MediatR;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// Issues the packs of each sample cluster: for the last meeting of each forum that gets one, as of the day it would have been made,
/// for the last that was cancelled with a written status instead, for those whose minutes are approved, and for the next, as of now: so that whoever
/// tries the service finds all of them in the archive.
/// </summary>
internal sealed record IssueDemoPacks(IReadOnlyList<DemoCluster> Clusters, DateTimeOffset Now) : IRequest;

internal sealed class IssueDemoPacksHandler(CardReader cards, ClusterReader records, IMediator mediator) : IRequestHandler<IssueDemoPacks>
{
    public async Task<Unit> Handle(IssueDemoPacks request, CancellationToken cancellationToken)
    {
        // Also of one that was there: a demo that was interrupted is made whole, and an edition that is there stays as it is.
        foreach (var loaded in request.Clusters.Where(c => c.Report is null or { Errors.Count: 0 }))
            await IssueAsync(loaded.Id, request.Now, cancellationToken);
        return Unit.Value;
    }

    private async Task IssueAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await cards.ReadAsync(id, cancellation: cancellation) is not { } standing)
            return;
        var (cluster, calendar) = (standing.Cluster, standing.Calendar);
        var today = LocalInstant.Day(now, cluster.TimeZone);
        var agendas = (await records.ReadAsync(id, cancellation: cancellation))?.Agendas ?? new Dictionary<string, Agenda>();
        foreach (var forum in cluster.Forums)
        {
            foreach (var kind in PackKind.Of(forum, PackTime.BeforeMeeting))
            {
                if (calendar.Previous(forum.Id, today) is { } last)
                    await OneAsync(kind, last, LocalInstant.At(Round.Of(last, forum.Rhythm).PackDay, forum.Rhythm.Hour, cluster.TimeZone));
                if (calendar.Next(forum.Id, today) is { } next)
                    await OneAsync(kind, next, now);
            }
            foreach (var kind in PackKind.Of(forum, PackTime.AfterMinutes))
            {
                foreach (var minuted in calendar.Held(forum.Id).Where(m => agendas.TryGetValue(m.Id, out var agenda) && agenda.IsFrozen))
                    await OneAsync(kind, minuted, DemoDecisions.ApprovedAt(minuted, cluster.TimeZone));
            }
            foreach (var kind in PackKind.Of(forum, PackTime.InsteadOfMeeting))
            {
                if (calendar.Meetings.LastOrDefault(m => m.Forum == forum.Id && m.On <= today && kind.Suits(m)) is { } cancelled)
                    await OneAsync(kind, cancelled, LocalInstant.At(Round.Of(cancelled, forum.Rhythm).PackDay, forum.Rhythm.Hour, cluster.TimeZone));
            }
        }

        async Task OneAsync(PackKind kind, Meeting meeting, DateTimeOffset at)
        {
            var context = new CommandContext(id, "demo", at);
            if (await mediator.Send(new CompilePack(context, kind.Name, Occasion.Of(meeting)), cancellation) is Compiled.Issued { Edition: var edition })
                await mediator.Send(new PrintEdition(context with { Now = now }, edition), cancellation);
        }
    }
}
