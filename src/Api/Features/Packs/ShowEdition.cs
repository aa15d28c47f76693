using Initiatives.Api.Features.Shell;
using Microsoft.Net.Http.Headers;

namespace Initiatives.Api.Features.Packs;

/// <summary>GET /rapporter/{id} and /rapporter/{id}.pdf: one edition, byte for byte as it was frozen.</summary>
internal static class ShowEdition
{
    // The edition carries its own style and fonts and nothing else; what the pages forbid it forbids itself as well.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static Task<IResult> Handle(string id, PageDesk desk, Editions editions, HttpResponse response) => desk.ShowAsync(async visit =>
    {
        var tenant = visit.Standing.Cluster.Id;
        var asPdf = id.EndsWith(".pdf", StringComparison.Ordinal);
        if (await editions.FindAsync(tenant, asPdf ? id[..^4] : id, desk.Cancellation) is not { } edition)
            return desk.NotFound();
        if (!asPdf)
        {
            response.Headers.ContentSecurityPolicy = Policy;
            return Results.Bytes(await editions.HtmlAsync(tenant, edition, desk.Cancellation), "text/html; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{edition.ContentHash}\""));
        }

        return await editions.PdfAsync(tenant, edition, desk.Cancellation) is { } pdf
            ? Results.File(pdf, "application/pdf", $"{edition.Id}.pdf")
            : desk.NotFound();
    }, fromRecord: false);
}
