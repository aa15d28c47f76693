using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Operations;

/// <summary>Something that is not as it was written, or does not follow from the facts.</summary>
/// <param name="Where">Stream, card or edition.</param>
public sealed record Flaw(string Cluster, string Where, string What);

/// <summary>
/// Whether everything that is kept is what it ought to be: the facts and their hashes, what is kept beside them, and the
/// editions. May run while the service does.
/// </summary>
internal sealed class VerifyInstallation(Verification verification, KeptStreams kept, ClusterRegister clusters, Editions editions, EditionCheck check)
{
    /// <summary>Every flaw, in the order found.</summary>
    /// <param name="only">One cluster; all when null.</param>
    /// <param name="progress">Facts seen. Each is seen twice: once for its hash, once for what was folded from it.</param>
    public async IAsyncEnumerable<Flaw> FindAsync(string? only, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chain = await verification.VerifyAsync(only, progress, cancellation);
        foreach (var finding in chain.Findings)
            yield return new(finding.Tenant, finding.Version == 0 ? finding.Stream : FormattableString.Invariant($"{finding.Stream}, version {finding.Version}"), finding.What);

        var seen = chain.Events;
        foreach (var cluster in only is null ? (await clusters.ReadAsync(cancellation)).Select(c => c.Id) : [only])
        {
            // Facts that are not what was written fold to anything, or to nothing at all: what follows would only repeat it.
            var broken = chain.Findings.Where(f => f.Tenant == cluster).Select(f => f.Stream).ToHashSet(StringComparer.Ordinal);
            if (!broken.Contains(Streams.Cluster))
            {
                var timeZone = await kept.TimeZoneAsync(cluster, cancellation);
                await foreach (var stream in kept.ReadAsync(cluster, cancellation))
                {
                    foreach (var what in broken.Contains(stream.Stream) ? [] : await CompareAsync(cluster, stream, timeZone, cancellation))
                        yield return new(cluster, stream.Stream, what);
                    progress?.Report(seen += stream.Head.Version);
                }
            }
            foreach (var stray in await kept.StrayCardsAsync(cluster, cancellation))
                yield return new(cluster, stray, "The board has a row for it, and it has no facts.");
            foreach (var edition in await editions.ListAsync(cluster, null, null, cancellation))
            {
                await foreach (var what in check.FindAsync(cluster, edition, recompile: broken.Count == 0, cancellation))
                    yield return new(cluster, $"edition {edition.Id}", what);
            }
            foreach (var missing in await check.WithoutPagesAsync(cluster, cancellation))
                yield return new(cluster, $"edition {missing}", "The log says that it was issued, and it is not in the archive.");
        }
    }

    private async Task<List<string>> CompareAsync(string cluster, KeptStream stream, string timeZone, CancellationToken cancellation)
    {
        var (state, card) = await kept.FoldAsync(cluster, stream.Stream, stream.Head.Version, timeZone, cancellation);
        var flaws = new List<string>();
        if (!Same(stream.StateJson, Encoding.UTF8.GetString(state)))
            flaws.Add("Its kept state is not what its facts come to. Run: initiatives rebuild states");
        if (card is null)
            return flaws;
        if (stream.CardVersion != stream.Head.Version)
            flaws.Add(FormattableString.Invariant($"Its row on the board is of version {stream.CardVersion ?? 0} and its last fact {stream.Head.Version}. Run: initiatives rebuild cards"));
        else if (!Same(stream.CardJson, JsonSerializer.Serialize(card, Noun.Card)))
            flaws.Add("Its row on the board is not what its facts come to. Run: initiatives rebuild cards");
        return flaws;
    }

    /// <summary>As JSON: another version of the program may have written the same with other blanks.</summary>
    private static bool Same(string? kept, string folded) => kept is not null && (kept == folded || JsonNode.DeepEquals(Parse(kept), JsonNode.Parse(folded)));

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            // A changed byte may leave no JSON at all; it is then different, which is all that is asked.
            return null;
        }
    }
}
