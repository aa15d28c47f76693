using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Shell;

/// <summary>How a cluster stands, or stood: what the board is drawn from.</summary>
/// <param name="Plan">The plan in hand; null when there is none.</param>
/// <param name="Version">Moves with every fact in the cluster's record.</param>
public sealed record Standing(Cluster Cluster, Calendar Calendar, Plan? Plan, IReadOnlyList<InitiativeCard> Cards, long Version)
{
    /// <summary>Titles of all the cluster's plans by id, oldest first, where an earlier one is looked back at; empty otherwise.</summary>
    public OrderedDictionary<string, string> Titles { get; init; } = [];

    /// <summary>The plan is not the one in hand: it is read, and nothing is done to it.</summary>
    public bool IsEarlier => Titles.Count > 0 && Titles.GetAt(Titles.Count - 1).Key != Plan?.Id;

    /// <summary>As what an initiative goes on in which plan, in words; null when it was not carried over.</summary>
    public string? Into(BoardCell cell, string language) =>
        cell.Into is { } into ? CarriedOver.Into(into, Titles.GetValueOrDefault(into.Plan, into.Plan), language) : null;
}

/// <summary>Reads how a cluster stands: as of now from the rows each append keeps, as of a day by folding the log.</summary>
internal sealed class StandingReader(CardReader cards, ClusterReader records)
{
    /// <param name="asOf">A local day, all of which counts; null for now.</param>
    /// <param name="earlier">Id of the plan to look back at; null for the one in hand.</param>
    /// <returns>Null when there is no such cluster or plan, or was none then.</returns>
    public async Task<Standing?> ReadAsync(string cluster, DateOnly? asOf, CancellationToken cancellation, string? earlier = null)
    {
        var now = await cards.ReadAsync(cluster, earlier, cancellation);
        if (now is null) return null;
        var titles = earlier is null ? [] : new OrderedDictionary<string, string>((await cards.PlansAsync(cluster, cancellation)).Select(p => KeyValuePair.Create(p.Plan.Id, p.Plan.Title)));
        if (asOf is not { } day)
            return new Standing(now.Cluster, now.Calendar, now.Plan.Exists ? now.Plan : null, [.. now.Rows.Select(r => r.Card)], now.RecordVersion) { Titles = titles };

        // Its name, forums and calendar are today's also in a replay: what is replayed is what was ordered, agreed and reported.
        var then = (await records.ReadAsync(cluster, Clock.EndOf(day, now.Cluster.TimeZone), cancellation))?.In(earlier);
        var plan = then?.Plan?.Plan;
        return new Standing(now.Cluster, now.Calendar, plan, then is null ? [] : [.. then.Initiatives.Select(i => i.Card).Where(c => c.Plan == plan?.Id)], now.RecordVersion) { Titles = titles };
    }
}
