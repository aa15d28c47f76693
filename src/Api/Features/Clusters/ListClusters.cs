using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;

namespace Initiatives.Api.Features.Clusters;

/// <summary>GET /clusters: the clusters of this installation that the caller may see.</summary>
internal static class ListClusters
{
    public sealed record All(IReadOnlyList<Item> Clusters);

    public sealed record Item(string Id, string Name, string? Region, bool ExampleData);

    public static async Task<IResult> Handle(ClusterRegister clusters, HttpContext http) =>
        Results.Ok(new All([.. (await clusters.AllAsync(http.RequestAborted)).Where(c => http.Caller().In(c.Id) is not null).Select(c => new Item(c.Id, c.Name, c.Region, c.ExampleData))]));
}
