using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Shell;

/// <summary>How a cluster stands, or stood: what the board is drawn from.</summary>
/// <param name="Plan">The plan in hand; null when there is none.</param>
/// <param name="Version">Moves with every fact in the cluster's record.</param>
public sealed record Standing(Cluster Cluster, Calendar Calendar, Plan? Plan, IReadOnlyList<InitiativeCard> Cards, long Version);

/// <summary>Reads how a cluster stands: as of now from the rows each append keeps, as of a day by folding the log.</summary>
internal sealed class StandingReader(CardReader cards, ClusterReader records)
{
    /// <param name="asOf">A local day, all of which counts; null for now.</param>
    /// <returns>Null when there is no such cluster, or was none then.</returns>
    public async Task<Standing?> ReadAsync(string cluster, DateOnly? asOf, CancellationToken cancellation)
    {
        var now = await cards.ReadAsync(cluster, cancellation: cancellation);
        if (now is null || asOf is not { } day)
            return now is null ? null : new Standing(now.Cluster, now.Calendar, now.Plan.Exists ? now.Plan : null, [.. now.Rows.Select(r => r.Card)], now.RecordVersion);

        // Its name, forums and calendar are today's also in a replay: what is replayed is what was ordered, agreed and reported.
        var then = await records.ReadAsync(cluster, Clock.EndOf(day, now.Cluster.TimeZone), cancellation);
        var plan = then?.Plan?.Plan;
        return new Standing(now.Cluster, now.Calendar, plan, then is null ? [] : [.. then.Initiatives.Select(i => i.Card).Where(c => c.Plan == plan?.Id)], now.RecordVersion);
    }
}
