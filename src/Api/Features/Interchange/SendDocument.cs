using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>GET .../export: everything the cluster owns; <c>?plan=</c> for another plan than the one in hand.</summary>
internal static class SendDocument
{
    public static async Task<IResult> Handle(HttpContext http, string cluster, string? plan, ClusterReader reader, PeopleRegister register)
    {
        if (await reader.ReadAsync(cluster, cancellation: http.RequestAborted) is not { } record)
            return Platform.Http.Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        using var document = new MemoryStream();
        return DocumentWriter.Write(document, record, await register.ReadAsync(cluster, http.RequestAborted), plan)
            ? Results.File(document.ToArray(), "application/json", $"{cluster}.json")
            : Platform.Http.Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Plan(plan!)));
    }
}
