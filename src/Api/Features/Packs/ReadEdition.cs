using System.ComponentModel;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;
using Initiatives.Reporting.Print;
using MediatR;

namespace Initiatives.Api.Features.Packs;

/// <summary>GET .../editions/{id}, .html, .pdf, .docx, .xlsx: what was issued never changes, so its hash is its ETag.</summary>
internal static class ReadEdition
{
    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("e.g. afvigelsesrapport.chefforum-2023-10-30.1")] string id,
        Editions editions,
        IMediator mediator,
        TimeProvider clock,
        HttpContext http)
    {
        foreach (var wanted in http.Request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1))
        {
            if (wanted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
                return await HandleHtml(cluster, id, editions, http);
            if (wanted.MediaType.Equals("application/pdf", StringComparison.OrdinalIgnoreCase))
                return await HandlePdf(cluster, id, editions, mediator, clock, http);
            if (wanted.MediaType.Equals(EditionFormat.Word.MediaType, StringComparison.OrdinalIgnoreCase))
                return await HandleWord(cluster, id, editions, mediator, clock, http);
            if (wanted.MediaType.Equals(EditionFormat.Excel.MediaType, StringComparison.OrdinalIgnoreCase))
                return await HandleExcel(cluster, id, editions, mediator, clock, http);
        }
        return await editions.FindAsync(cluster, id, http.RequestAborted) is { } edition ? Results.Json(EditionView.Of(cluster, edition)) : Unknown(http);
    }

    public static async Task<IResult> HandleHtml(string cluster, string id, Editions editions, HttpContext http)
    {
        if (await editions.FindAsync(cluster, id, http.RequestAborted) is not { } edition)
            return Unknown(http);
        if (ETags.IsKnown(http, $"\"{edition.ContentHash}\""))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Bytes(await editions.HtmlAsync(cluster, edition, http.RequestAborted), "text/html; charset=utf-8");
    }

    public static async Task<IResult> HandlePdf(string cluster, string id, Editions editions, IMediator mediator, TimeProvider clock, HttpContext http)
    {
        if (await editions.FindAsync(cluster, id, http.RequestAborted) is not { } edition)
            return Unknown(http);
        return await mediator.Send(new PrintEdition(Asking(cluster, clock, http), edition), http.RequestAborted) switch
        {
            Printed printed => Results.Bytes(printed.Pdf, EditionFormat.Pdf.MediaType, EditionFormat.Pdf.FileOf(edition)),
            NotPrinted not => Problems.Result(http, StatusCodes.Status503ServiceUnavailable, new Refusal(not.Code, not.Danish, not.English)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static async Task<IResult> HandleWord(string cluster, string id, Editions editions, IMediator mediator, TimeProvider clock, HttpContext http) =>
        await editions.FindAsync(cluster, id, http.RequestAborted) is { } edition
            ? Results.Bytes(await mediator.Send(new SetInWord(Asking(cluster, clock, http), edition), http.RequestAborted), EditionFormat.Word.MediaType, EditionFormat.Word.FileOf(edition))
            : Unknown(http);

    public static async Task<IResult> HandleExcel(string cluster, string id, Editions editions, IMediator mediator, TimeProvider clock, HttpContext http) =>
        await editions.FindAsync(cluster, id, http.RequestAborted) is not { } edition ? Unknown(http)
        : await mediator.Send(new SetInExcel(Asking(cluster, clock, http), edition), http.RequestAborted) is { } figures
            ? Results.Bytes(figures, EditionFormat.Excel.MediaType, EditionFormat.Excel.FileOf(edition))
            : Problems.Result(http, StatusCodes.Status404NotFound, PackRefusals.NoFigures(edition.Kind));

    private static CommandContext Asking(string cluster, TimeProvider clock, HttpContext http) => new(cluster, http.Member().Id, clock.GetUtcNow());

    private static IResult Unknown(HttpContext http) => Problems.Result(http, StatusCodes.Status404NotFound, PackRefusals.EditionUnknown());
}
