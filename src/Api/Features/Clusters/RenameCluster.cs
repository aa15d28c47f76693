using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}/name.</summary>
internal static class RenameCluster
{
    public sealed record Body(string Name, string? Region = null);

    public static readonly Body Example = new("Sundhedsklynge Midtjylland", "Region Nordjylland");

    public static Task<IResult> Handle(Body body, Desk desk) =>
        desk.ChangeAsync(new ClusterWish(new Domain.RenameCluster(body.Name, body.Region)));
}
