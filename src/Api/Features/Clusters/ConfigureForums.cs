using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}/forums: a whole chain at once, lowest first, because its forums name each other.</summary>
internal static class ConfigureForums
{
    public sealed record Body(IReadOnlyList<ForumBody> Forums);

    public sealed record ForumBody(string Id, string Name, IReadOnlyList<ForumDuty> Duties, string? EscalatesTo = null);

    public static readonly Body Example = new(
    [
        new("chefforum", "Chefforum", [ForumDuty.ApproveConfirmation, ForumDuty.ManageDeviations], "direktoerforum"),
        new("direktoerforum", "Direktørforum", [ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations], "politisk-niveau"),
        new("politisk-niveau", "Politisk Niveau", [ForumDuty.PlaceOrders]),
    ]);

    public static Task<IResult> Handle(Body body, Desk desk) =>
        desk.ChangeAsync(new ClusterWish(new Domain.ConfigureForums([.. body.Forums.Select(f => new Domain.ConfigureForum(f.Id, f.Name, f.Duties, f.EscalatesTo))])));
}
