using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Clusters;

/// <summary>DELETE /clusters/{cluster}/wheel/{point}: it no longer comes back; what a meeting took up stays.</summary>
internal static class RemoveWheelPoint
{
    public static Task<IResult> Handle(string point, Desk desk) => desk.ChangeAsync(new ClusterWish(new Domain.RemoveWheelPoint(point)));
}
