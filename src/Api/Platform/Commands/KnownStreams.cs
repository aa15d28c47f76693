using System.Collections.Concurrent;
using Initiatives.Domain;

namespace Initiatives.Api.Platform.Commands;

/// <summary>
/// Streams as this node last read or wrote them. The database is asked every time whether they still stand so: by the append of what was
/// decided on them, or by a load, which is answered with the documents of those only that stand otherwise by now. So nothing here is ever taken
/// for what is, and nothing need be thrown away for being old. What it spares is a round trip, and sending and reading some 4 kB of JSON, per decision.
/// </summary>
internal sealed class KnownStreams
{
    // An installation has some dozens of initiatives, an import of a region's whole past some thousands; each takes some 15 kB.
    private const int Most = 4096;

    private readonly ConcurrentDictionary<(string Tenant, string Stream), KnownStream> _known = new();
    private readonly ConcurrentDictionary<string, string> _inPlanInHand = new(StringComparer.Ordinal);

    /// <summary>What is known of the streams that the wishes are for.</summary>
    public List<KnownStream> Of(string tenant, IReadOnlyList<Wish> wishes)
    {
        var found = new List<KnownStream>(wishes.Count);
        foreach (var wish in wishes)
        {
            var stream = wish.Stream;
            // Whose plan has been followed by another since guesses wrong, and is answered with the document as if nothing were known.
            if (stream is null && _inPlanInHand.TryGetValue(tenant, out var plan)) stream = Streams.Initiative(plan, ((InitiativeWish)wish).Number);
            if (stream is not null && _known.TryGetValue((tenant, stream), out var known)) found.Add(known);
        }
        return found;
    }

    public void Keep(string tenant, KnownStream stream)
    {
        // SettingCache has them.
        if (stream.Name is Streams.Cluster or Streams.Calendar) return;
        // All at once, and not the least used: to know which that is would cost every load, and this comes to pass nowhere we know of.
        if (_known.Count >= Most) _known.Clear();
        _known[(tenant, stream.Name)] = stream;
    }

    /// <returns>Id of the plan drawn up last, as far as this node knows.</returns>
    public string? PlanInHand(string tenant) => _inPlanInHand.GetValueOrDefault(tenant);

    /// <param name="plan">Plan id.</param>
    public void KeepPlanInHand(string tenant, string plan) => _inPlanInHand[tenant] = plan;
}
