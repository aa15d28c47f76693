using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Packs;

/// <summary>GET .../editions: the archive, newest first.</summary>
internal static class ListEditions
{
    public sealed record View(IReadOnlyList<EditionView> Editions);

    public static async Task<View> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [FromQuery, Description("Only this kind, e.g. afvigelsesrapport.")] string? kind,
        [FromQuery, Description("Only this meeting's, e.g. chefforum-2023-10-30.")] string? meeting,
        Editions editions,
        CancellationToken cancellation) =>
        new([.. (await editions.ListAsync(cluster, kind, meeting, cancellation)).Select(e => EditionView.Of(cluster, e))]);
}

/// <param name="Id">Kind, occasion and number, e.g. <c>afvigelsesrapport.chefforum-2023-10-30.1</c>.</param>
/// <param name="Occasion">Meeting id, or forum and month.</param>
/// <param name="CutOff">Position in the log up to which the facts count.</param>
/// <param name="ContentHash">SHA-256 of the HTML, lower-case hex.</param>
/// <param name="Fingerprint">Of the cluster's record at the cut-off, as printed on the last page.</param>
/// <param name="Why">Why there is another edition; null for the first.</param>
/// <param name="Pdf">Its address; it is printed when first asked for.</param>
/// <param name="Word">The same for Word.</param>
/// <param name="Excel">The figures behind it; null when its kind has none.</param>
internal sealed record EditionView(
    string Id, string Kind, string Occasion, int Edition, string Forum, string? Meeting, DateTimeOffset IssuedAt, long CutOff,
    string ContentHash, string Fingerprint, string? Why, string Html, string Pdf, string Word, string? Excel)
{
    public static EditionView Of(string cluster, Edition e) => new(
        e.Id, e.Kind, e.Occasion, e.Number, e.Forum, e.Meeting, e.IssuedAt, e.CutOff, e.ContentHash, e.Fingerprint, e.Why,
        $"{Address(cluster, e)}.html", $"{Address(cluster, e)}.pdf", $"{Address(cluster, e)}.docx",
        EditionFormat.Excel.IsOf(e) ? $"{Address(cluster, e)}.xlsx" : null);

    public static string Address(string cluster, Edition e) => $"/api/v1/clusters/{cluster}/editions/{e.Id}";
}
