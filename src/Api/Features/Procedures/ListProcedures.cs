using System.ComponentModel;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Procedures;

/// <summary>GET .../procedures: all of them, the newest first.</summary>
internal static class ListProcedures
{
    public sealed record Page(IReadOnlyList<ReadProcedure.View> Procedures);

    public static async Task<IResult> Handle([Description("Cluster id, e.g. nordjylland-midt.")] string cluster, ProcedureReader procedures, HttpContext http) =>
        await procedures.RecordAsync(cluster, null, http.RequestAborted) is { } record
            ? Results.Ok(new Page([.. record.Procedures.Select(p => ReadProcedure.Of(record, p))]))
            : Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Domain.Streams.Cluster));
}
