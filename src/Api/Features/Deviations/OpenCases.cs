using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Deviations;

/// <summary>Reads the initiatives of the plan in hand, each whole: a list of cases says why, and only the record knows.</summary>
internal sealed class OpenCases(ClusterReader records)
{
    /// <returns>Null where no plan is in hand.</returns>
    public async Task<(ClusterRecord Record, IReadOnlyList<InitiativeInHand> Initiatives)?> ReadAsync(PageVisit visit, CancellationToken cancellation)
    {
        var cluster = visit.Standing.Cluster;
        DateTimeOffset? asOf = visit.AsOf is { } day ? Clock.EndOf(day, cluster.TimeZone) : null;
        if (await records.ReadAsync(cluster.Id, asOf, cancellation) is not { Plan.Plan.Id: var plan } record) return null;
        return (record, [.. record.Initiatives.Where(i => i.Card.Plan == plan).Select(i => InitiativeInHand.Of(visit, i, i.Events[^1].Stamp.Version, record.People))]);
    }

    /// <summary>Worst first, then oldest.</summary>
    public static IReadOnlyList<CaseInHand> Of(IReadOnlyList<InitiativeInHand> initiatives) =>
    [
        .. from about in initiatives
           let now = about.Now.State
           from deviation in about.Record.Deviations
           where deviation.IsOpen
           orderby BoardView.Severity(now), deviation.Since, about.Number
           select new CaseInHand(about, deviation),
    ];
}
