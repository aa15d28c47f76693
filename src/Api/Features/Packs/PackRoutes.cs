using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Reporting.Excel;
using Initiatives.Reporting.Word;

namespace Initiatives.Api.Features.Packs;

/// <summary>Editions: the archive of what was sent. Table of contents of this folder.</summary>
internal static class PackRoutes
{
    public static void MapPacks(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/editions", ListEditions.Handle).Needs(RightsTable.ReadPacks).Answers<ListEditions.View>("Editions of packs, newest first");
        cluster.MapPost("/editions", IssueEdition.Handle).Needs(RightsTable.IssueEdition).Creates<EditionView>("Compiles a pack now; with a reason, as another edition");
        cluster.MapGet("/editions/{id}.html", ReadEdition.HandleHtml).Needs(RightsTable.ReadPacks).Answers<string>("An edition's page, byte for byte as it was issued", "text/html");
        cluster.MapGet("/editions/{id}.pdf", ReadEdition.HandlePdf).Needs(RightsTable.ReadPacks).Answers<byte[]>("An edition as a tagged PDF; printed now when it has not been", "application/pdf");
        cluster.MapGet("/editions/{id}.docx", ReadEdition.HandleWord).Needs(RightsTable.ReadPacks).Answers<byte[]>("An edition as Word, set from its own page", WordFile.MediaType);
        cluster.MapGet("/editions/{id}.xlsx", ReadEdition.HandleExcel).Needs(RightsTable.ReadPacks).Answers<byte[]>("The figures behind an edition as Excel, where its kind has any", ExcelPress.MediaType);
        cluster.MapGet("/editions/{id}/changes", ReadChanges.Handle).Needs(RightsTable.ReadPacks).Answers<ReadChanges.View>("What changed between two editions of a kind");
        cluster.MapGet("/editions/{id}", ReadEdition.Handle).Needs(RightsTable.ReadPacks).Answers<EditionView>("One edition; as HTML, PDF, Word or Excel by Accept");
    }
}
