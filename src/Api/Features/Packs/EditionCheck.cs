using System.Security.Cryptography;
using System.Text;
using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;
using Initiatives.Reporting.Packs;

namespace Initiatives.Api.Features.Packs;

/// <summary>Whether a frozen edition is still what was frozen, and what the log still says.</summary>
internal sealed class EditionCheck(EventLog log, ClusterReader records, Verification verification, Editions editions, PackPress press)
{
    /// <summary>Every way in which it is not, one English sentence each; none when all is well.</summary>
    public async IAsyncEnumerable<string> FindAsync(string tenant, Edition edition)
    {
        var html = await editions.HtmlAsync(tenant, edition, CancellationToken.None);
        if (Convert.ToHexStringLower(SHA256.HashData(html)) != edition.ContentHash)
            yield return "Its page is not what was issued: the hash does not fit.";

        if (await FactAsync(tenant, edition) is not { } fact)
            yield return "The log knows of no such edition.";
        else if ((fact.ContentHash, fact.CutOff, fact.Fingerprint) != (edition.ContentHash, edition.CutOff, edition.Fingerprint))
            yield return "The log has another hash, cut-off or fingerprint for it.";

        if (!RecordFingerprint.TryParse(edition.Fingerprint, out var printed)
            || await verification.VerifyFingerprintAsync(tenant, printed) is not FingerprintAnswer.Contained)
            yield return "The record no longer contains what it was compiled from.";
        else if (edition.Program == ProgramVersion.Pages && !(await RecompileAsync(tenant, edition, CancellationToken.None)).SequenceEqual(html))
            yield return "Compiled again from the same cut-off, it becomes another page.";
    }

    /// <summary>The same pack from the same cut-off, without issuing anything.</summary>
    public async Task<byte[]> RecompileAsync(string tenant, Edition edition, CancellationToken cancellation)
    {
        var record = await records.ReadUpToAsync(tenant, edition.CutOff, cancellation)
            ?? throw new InvalidOperationException($"There was no cluster {tenant} at position {edition.CutOff}.");
        return Encoding.UTF8.GetBytes((await press.Compile(edition.Kind, record, edition.Printed)).Html);
    }

    private async Task<Domain.EditionIssued?> FactAsync(string tenant, Edition edition)
    {
        var facts = await log.ReadStreamAsync(tenant, Domain.Streams.Pack(edition.Kind, edition.Occasion));
        return facts.Select(f => f.Data).OfType<Domain.EditionIssued>().FirstOrDefault(e => e.Edition == edition.Number);
    }
}
