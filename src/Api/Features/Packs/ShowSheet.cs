using System.Text;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Print;

namespace Initiatives.Api.Features.Packs;

/// <summary>GET /indsatser/{number}/ark and /indsatser/{number}/ark.pdf: one initiative on paper; <c>?pr=</c> as of any day.</summary>
internal static class ShowSheet
{
    public static Task<IResult> Html(int number, PageDesk desk, Sheets sheets, HttpResponse response) => ShowAsync(number, desk, sheets, (_, sheet) =>
    {
        response.Headers.ContentSecurityPolicy = ShowEdition.Policy;
        return Task.FromResult(Results.Bytes(Encoding.UTF8.GetBytes(sheet.Html), "text/html; charset=utf-8"));
    });

    public static Task<IResult> Pdf(int number, PageDesk desk, Sheets sheets, ChromiumPrinter printer) => ShowAsync(number, desk, sheets, async (visit, sheet) =>
        await printer.Print(sheet.Html, desk.Cancellation) switch
        {
            Printed printed => Results.Bytes(printed.Pdf, "application/pdf", $"{Sheets.FileName(number, visit.AsOf)}.pdf"),
            NotPrinted not => Results.Text(desk.Texts.Language == "en" ? not.English : not.Danish, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable),
            _ => throw new System.Diagnostics.UnreachableException(),
        });

    private static Task<IResult> ShowAsync(int number, PageDesk desk, Sheets sheets, Func<PageVisit, CompiledPack, Task<IResult>> show) => desk.ShowAsync(async visit =>
    {
        var cluster = visit.Standing.Cluster;
        DateTimeOffset? asOf = visit.AsOf is { } day ? Clock.EndOf(day, cluster.TimeZone) : null;
        return await sheets.CompileAsync(cluster.Id, visit.EarlierPlan, number, asOf, desk.Cancellation) is { } sheet ? await show(visit, sheet) : desk.NotFound();
    }, fromRecord: false);
}
