using System.ComponentModel;
using System.Security.Cryptography;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Microsoft.Net.Http.Headers;

namespace Initiatives.Api.Features.Interchange;

/// <summary>GET .../export: everything the cluster owns, as of now or <c>?asOf=</c>; <c>?plan=</c> for another plan than the one in hand.</summary>
internal static class SendDocument
{
    public static async Task<IResult> Handle(
        HttpContext http, [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, [Description("Plan id; the plan in hand when left out.")] string? plan, AsOf asOf, ClusterReader reader, PeopleRegister register)
    {
        if (await asOf.RecordAsync(reader, cluster, http.RequestAborted) is not { } record)
            return Platform.Http.Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        using var document = new MemoryStream();
        if (!DocumentWriter.Write(document, record, await register.ReadAsync(cluster, http.RequestAborted), plan))
            return Platform.Http.Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Plan(plan!)));
        // Of what it says and not of the record alone: a person who is forgotten changes the document and no fact.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(document.ToArray()))[..16]}\"");
        return Results.File(document.ToArray(), "application/json", $"{cluster}.json", entityTag: tag);
    }
}
