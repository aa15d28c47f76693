using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}: a cluster begins, with walls of its own. Sent again as it was, it changes nothing.</summary>
internal static class RegisterCluster
{
    /// <param name="Language">da or en.</param>
    /// <param name="TimeZone">IANA name; days and hours are counted in it.</param>
    /// <param name="ExampleData">True marks every page and pack as example data.</param>
    public sealed record Body(string Name, string? Region = null, string Language = "da", string TimeZone = "Europe/Copenhagen", bool ExampleData = false);

    public static readonly Body Example = new("Sundhedsklynge Midt", "Region Nordjylland");

    public static Task<IResult> Handle(string cluster, Body body, Desk desk) =>
        desk.CreateAsync(
            fact => fact is ClusterRegistered ? "" : null,
            new ClusterWish(new Domain.RegisterCluster(cluster, body.Name, body.Region, body.Language, body.TimeZone, body.ExampleData), Creates: true));
}
