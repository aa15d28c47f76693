using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>POST /sekretariat/integrationer/luk: closes another system's way in.</summary>
internal static class RevokeIntegration
{
    public static Task<IResult> Handle(PageDesk desk, ApiTokens tokens) => desk.PostAsync(async (visit, form) =>
        Guid.TryParse(form["token"], out var id) && await tokens.RevokeAsync(visit.Me.Cluster, id, null, desk.Cancellation)
            ? desk.Done(visit, ShowIntegrations.Path, "TokenRevoked")
            : desk.NotFound());
}
