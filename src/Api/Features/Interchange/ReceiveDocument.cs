using Initiatives.Api.Platform.Http;
using MediatR;

namespace Initiatives.Api.Features.Interchange;

/// <summary>POST /api/v1/clusters/import: a whole document; <c>?dryRun=true</c> says what it would do and does nothing.</summary>
internal static class ReceiveDocument
{
    /// <summary>Codes of errors that lie in what the cluster has recorded and not in the document alone.</summary>
    private static readonly string[] Conflicts = ["rewrites-history", "before-recorded-history", "example-and-real-data", "changed-meanwhile"];

    /// <param name="Events">Facts that were, or would be, recorded.</param>
    public sealed record View(string Cluster, string Name, bool DryRun, int Events, IReadOnlyList<Count> Lists);

    /// <param name="List">A list of the document, e.g. <c>statuses</c>.</param>
    /// <param name="Changed">Entries that add to what is known of them, or correct the configuration.</param>
    public sealed record Count(string List, int New, int Changed, int Unchanged);

    public static async Task<IResult> Handle(HttpContext http, IMediator mediator, TimeProvider time, bool? dryRun)
    {
        // To a file first: the document is read several times, and may be larger than memory should hold.
        var file = Path.GetTempFileName();
        try
        {
            await using (var spool = File.Create(file))
                await http.Request.Body.CopyToAsync(spool, http.RequestAborted);
            var report = await mediator.Send(
                new ImportDocument(file, http.Caller().Id, time.GetUtcNow(), dryRun ?? false, By: http.Caller()), http.RequestAborted);
            if (!report.IsRefused)
                return Results.Json(new View(report.Cluster!, report.Name!, report.DryRun, report.Events, [.. report.Lists.Select(l => new Count(l.List, l.New, l.Changed, l.Unchanged))]), ApiJson.Options);
            if (report.Errors.Any(e => e.Code == Faults.Forbidden.Code)) return Platform.Http.Problems.Result(http, StatusCodes.Status403Forbidden, report.Errors);
            var status = report.Errors.Any(e => Conflicts.Contains(e.Code)) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return Platform.Http.Problems.Result(http, status, report.Errors);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
