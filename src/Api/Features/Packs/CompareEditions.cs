using System.ComponentModel;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Packs;

namespace Initiatives.Api.Features.Packs;

/// <summary>Two editions of a kind, the older first, and what changed between them.</summary>
public sealed record Compared(Edition Before, Edition After, EditionDifference Difference);

/// <summary>Reads the records that two editions were made from, and what is between them.</summary>
internal sealed class Comparing(Editions editions, ClusterReader records)
{
    /// <summary>In whichever order they are named. Null when one is not there, or they are of two kinds.</summary>
    public async Task<Compared?> ReadAsync(string cluster, string one, string other, string language, CancellationToken cancellation)
    {
        if (await editions.FindAsync(cluster, one, cancellation) is not { } a || await editions.FindAsync(cluster, other, cancellation) is not { } b || a.Kind != b.Kind)
            return null;
        var (before, after) = (a.IssuedAt, a.CutOff).CompareTo((b.IssuedAt, b.CutOff)) <= 0 ? (a, b) : (b, a);
        return await records.ReadUpToAsync(cluster, before.CutOff, before.IssuedAt, cancellation) is { } then && await records.ReadUpToAsync(cluster, after.CutOff, after.IssuedAt, cancellation) is { } now
            ? new(before, after, EditionDifference.Between(then, before.IssuedAt, now, after.IssuedAt, language))
            : null;
    }
}

/// <summary>GET .../editions/{id}/changes?since=ID: what changed from another edition of the same kind, older or newer, in the reader's language.</summary>
internal static class ReadChanges
{
    public sealed record View(string Before, string After, IReadOnlyList<EditionChange> Changes);

    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("e.g. afvigelsesrapport.chefforum-2023-10-30.2")] string id,
        [Description("The edition to compare with, e.g. afvigelsesrapport.chefforum-2023-10-30.1")] string since,
        Comparing comparing,
        HttpContext http) =>
        await comparing.ReadAsync(cluster, id, since, Languages.Of(http.Request), http.RequestAborted) is { } compared
            ? Results.Ok(new View(compared.Before.Id, compared.After.Id, compared.Difference.Changes))
            : Problems.Result(http, StatusCodes.Status404NotFound, PackRefusals.EditionUnknown());
}
