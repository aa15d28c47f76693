using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}/distribution/{forum}: whose members get this forum's minutes.</summary>
internal static class SetDistribution
{
    /// <param name="SentTo">Forum ids; none: nobody.</param>
    public sealed record Body(IReadOnlyList<string> SentTo);

    public static readonly Body Example = new(["chefforum"]);

    public static Task<IResult> Handle(string forum, Body body, Desk desk) =>
        desk.ChangeAsync(new ClusterWish(new Domain.SetDistribution(forum, body.SentTo)));
}
