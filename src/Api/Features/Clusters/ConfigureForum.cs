using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}/forums/{forum}: added at the end of the chain, or given other duties.</summary>
internal static class ConfigureForum
{
    /// <param name="EscalatesTo">The forum one step up; left out at the top.</param>
    public sealed record Body(string Name, IReadOnlyList<ForumDuty> Duties, string? EscalatesTo = null);

    public static readonly Body Example = new("Chefforum", [ForumDuty.ApproveConfirmation, ForumDuty.ManageDeviations], "direktoerforum");

    public static Task<IResult> Handle(string forum, Body body, Desk desk) =>
        desk.ChangeAsync(new ClusterWish(new Domain.ConfigureForum(forum, body.Name, body.Duties, body.EscalatesTo)));
}
