using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace Initiatives.Api.Features.Packs;

/// <summary>GET /rapporter/{id}: one edition, byte for byte as it was frozen; with .pdf, .docx or .xlsx the same in another form.</summary>
internal static class ShowEdition
{
    // The edition carries its own style and fonts and nothing else; what the pages forbid it forbids itself as well.
    internal const string Policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static Task<IResult> Handle(string id, PageDesk desk, Editions editions, IMediator mediator, TimeProvider time, HttpResponse response) => desk.ShowAsync(async visit =>
    {
        var tenant = visit.Standing.Cluster.Id;
        if (EditionFormat.Split(id) is var (name, format))
        {
            if (await editions.FindAsync(tenant, name, desk.Cancellation) is not { } wanted)
                return desk.NotFound();
            var context = new CommandContext(tenant, visit.Me.Id, time.GetUtcNow());
            var file = format == EditionFormat.Word ? await mediator.Send(new SetInWord(context, wanted), desk.Cancellation)
                : format == EditionFormat.Excel ? await mediator.Send(new SetInExcel(context, wanted), desk.Cancellation)
                : await editions.PdfAsync(tenant, wanted, desk.Cancellation);
            return file is null ? desk.NotFound() : Results.File(file, format.MediaType, format.FileOf(wanted));
        }
        if (await editions.FindAsync(tenant, id, desk.Cancellation) is not { } edition)
            return desk.NotFound();
        response.Headers.ContentSecurityPolicy = Policy;
        // The page is frozen and can be told nothing more; where its other forms are stands beside it.
        response.Headers.Link = EditionFormat.All.Where(f => f.IsOf(edition)).Select(f => $"</rapporter/{edition.Id}.{f.Name}>; rel=\"alternate\"; type=\"{f.MediaType}\"").ToArray();
        return Results.Bytes(await editions.HtmlAsync(tenant, edition, desk.Cancellation), "text/html; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{edition.ContentHash}\""));
    }, fromRecord: false);
}
