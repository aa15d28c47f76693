using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Packs;

namespace Initiatives.Api.Features.Packs;

/// <summary>Whether a frozen edition is still what was frozen, and what the log still says.</summary>
internal sealed class EditionCheck(EventLog log, ClusterReader records, Verification verification, Editions editions, PackPress press)
{
    /// <summary>Every way in which it is not, one English sentence each; none when all is well.</summary>
    /// <param name="recompile">False when the facts themselves are broken, and what they come to says nothing.</param>
    public async IAsyncEnumerable<string> FindAsync(string tenant, Edition edition, bool recompile, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var html = await editions.HtmlAsync(tenant, edition, cancellation);
        if (Convert.ToHexStringLower(SHA256.HashData(html)) != edition.ContentHash)
            yield return "Its page is not what was issued: the hash does not fit.";

        var facts = await log.ReadStreamAsync(tenant, Streams.Pack(edition.Kind, edition.Occasion), cancellation: cancellation);
        if (facts.Select(f => f.Data).OfType<EditionIssued>().FirstOrDefault(e => e.Edition == edition.Number) is not { } fact)
            yield return "The log knows of no such edition.";
        else if ((fact.ContentHash, fact.CutOff, fact.Fingerprint) != (edition.ContentHash, edition.CutOff, edition.Fingerprint))
            yield return "The log has another hash, cut-off or fingerprint for it.";

        if (!RecordFingerprint.TryParse(edition.Fingerprint, out var printed)
            || await verification.VerifyFingerprintAsync(tenant, printed, cancellation) is not FingerprintAnswer.Contained)
            yield return "The record no longer contains what it was compiled from.";
        else if (recompile && edition.Program == ProgramVersion.Pages && !(await RecompileAsync(tenant, edition, cancellation)).SequenceEqual(html))
            yield return "Compiled again from the same cut-off, it becomes another page.";

        foreach (var (format, madeAt) in await editions.DamagedFilesAsync(tenant, edition, cancellation))
            yield return FormattableString.Invariant($"Its {format} of {madeAt:yyyy-MM-dd HH:mm} is not what was printed: the hash does not fit.");
    }

    /// <summary>Ids of editions that were issued and are not in the archive.</summary>
    public async Task<IReadOnlyList<string>> WithoutPagesAsync(string tenant, CancellationToken cancellation)
    {
        var kept = (await editions.ListAsync(tenant, null, null, cancellation)).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        return [.. (await editions.IssuedIdsAsync(tenant, cancellation)).Where(id => !kept.Contains(id))];
    }

    /// <summary>The same pack from the same cut-off, without issuing anything.</summary>
    public async Task<byte[]> RecompileAsync(string tenant, Edition edition, CancellationToken cancellation)
    {
        var record = await records.ReadUpToAsync(tenant, edition.CutOff, edition.IssuedAt, cancellation)
            ?? throw new InvalidOperationException($"There was no cluster {tenant} at position {edition.CutOff}.");
        return Encoding.UTF8.GetBytes((await press.Compile(edition.Kind, record, edition.Printed)).Html);
    }
}
