using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>
/// One initiative on paper (indsatsark), as of any day: what is asked about it, what was ordered and agreed, how it has gone and what was decided. Made on
/// demand and kept nowhere: it is no edition, because nobody was sent it, and the record gives it again. A pure function of the record.
/// </summary>
/// <param name="Waiting">Whose move it is, and which; null when it is nobody's.</param>
public sealed record InitiativeSheet(PackHead Head, string? ManagingForum, string? Waiting, InitiativeFull Initiative)
{
    /// <summary>Its name on the command line and in file names.</summary>
    public const string Kind = "indsatsark";

    /// <param name="number">In the plan in hand.</param>
    /// <param name="at">The instant it is told for; days are counted from it.</param>
    /// <param name="fingerprint">Of the cluster's record that it is made from.</param>
    /// <returns>Null when the plan has no such initiative.</returns>
    public static InitiativeSheet? Of(ClusterRecord record, int number, DateTimeOffset at, string fingerprint)
    {
        var material = new PackMaterial(record, new PackOccasion("", null, 0, null, at, fingerprint));
        if (material.Rows.FirstOrDefault(r => r.Card.Number == number) is not { } row)
            return null;
        var full = InitiativeFull.Of(material, row);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(record.Cluster.TimeZone);
        return new(
            new("Indsatsark", record.Cluster.Name, Forum: null, FormattableString.Invariant($"Indsats {number}, {row.Card.Title}"), Edition: null, Why: null, Danish.Moment(at, zone), record.Cluster.ExampleData, record.Position, fingerprint),
            material.Managing?.Name,
            full.Open.FirstOrDefault()?.Turn ?? ToApprove(material, row),
            full);
    }

    private static string? ToApprove(PackMaterial material, BoardRow row) =>
        material.Initiative(row).Awaiting is { } awaiting && material.Cluster.ApprovalChain.FirstOrDefault(f => !awaiting.ApprovedBy.Contains(f.Id)) is { } next
            ? FormattableString.Invariant($"{next.Name} skal tage stilling til revision {awaiting.Revision} af ordrebekræftelsen")
            : null;
}
