using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>GET /indsatser/{number}: one initiative, whole; <c>?pr=</c> replays any day, <c>?plan=</c> looks back at an earlier plan.</summary>
internal static class ShowInitiative
{
    public static Task<IResult> Handle(int number, PageDesk desk, ClusterReader records, PeopleRegister people) => desk.ShowAsync(async visit =>
    {
        var (cluster, calendar) = (visit.Standing.Cluster, visit.Standing.Calendar);
        DateTimeOffset? asOf = visit.AsOf is { } day ? Clock.EndOf(day, cluster.TimeZone) : null;
        if (visit.Standing.Plan is not { } plan
            || await records.InitiativeAsync(cluster.Id, plan.Id, number, cluster.TimeZone, asOf, desk.Cancellation) is not { } found)
            return desk.NotFound();

        var card = found.Record.Card;
        var names = await people.NamesAsync(cluster.Id, desk.Cancellation);
        return PageDesk.Set<InitiativePage>(new InitiativeView(
            desk.Frame(visit, $"{card.Number}. {card.Title}", new Crumb(plan.Title, "/")),
            found.Record,
            new Domain.Board(calendar, cluster).At(card.Track, visit.Day),
            visit.Day,
            visit.AsOf,
            plan.FocusAreas.FirstOrDefault(a => a.Id == card.FocusArea)?.Name ?? "",
            Round.At(calendar, cluster, visit.Day),
            Round.All(calendar, cluster).FirstOrDefault(r => !r.ShortNotice && r.Opens > visit.Day),
            [.. cluster.ApprovalChain.Select(f => f.Id)],
            id => ClusterRecord.NameOf(id, cluster, names, desk.Texts.Language),
            visit));
    });
}
