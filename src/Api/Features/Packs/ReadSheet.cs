using System.ComponentModel;
using System.Text;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Print;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Packs;

/// <summary>GET .../initiatives/{number}/sheet.html and .pdf: one initiative on paper, as of any day.</summary>
internal static class ReadSheet
{
    public static async Task<IResult> HtmlAsync(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("The initiative's number in the plan.")] int number,
        [FromQuery, Description("Plan id; left out, the plan in hand.")] string? plan,
        AsOf asOf,
        Sheets sheets,
        ClusterReader records,
        HttpContext http) =>
        await CompileAsync(cluster, plan, number, asOf, sheets, records, http) is { } sheet
            ? Results.Bytes(Encoding.UTF8.GetBytes(sheet.Html), "text/html; charset=utf-8")
            : Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("initiative"));

    public static async Task<IResult> PdfAsync(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("The initiative's number in the plan.")] int number,
        [FromQuery, Description("Plan id; left out, the plan in hand.")] string? plan,
        AsOf asOf,
        Sheets sheets,
        ClusterReader records,
        ChromiumPrinter printer,
        HttpContext http) =>
        await CompileAsync(cluster, plan, number, asOf, sheets, records, http) is not { } sheet
            ? Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("initiative"))
            : await printer.Print(sheet.Html, http.RequestAborted) switch
            {
                Printed printed => Results.Bytes(printed.Pdf, "application/pdf", $"{Sheets.FileName(number, asOf.Day)}.pdf"),
                NotPrinted not => Problems.Result(http, StatusCodes.Status503ServiceUnavailable, new Refusal(not.Code, not.Danish, not.English)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };

    private static async Task<CompiledPack?> CompileAsync(string cluster, string? plan, int number, AsOf asOf, Sheets sheets, ClusterReader records, HttpContext http)
    {
        var instant = asOf.Instant;
        if (asOf.Day is { } day)
        {
            if (await records.TimeZoneAsync(cluster, http.RequestAborted) is not { } zone)
                return null;
            instant = Clock.EndOf(day, zone);
        }
        return await sheets.CompileAsync(cluster, plan, number, instant, http.RequestAborted);
    }
}
