using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>Programs' ways in: one's own tokens, and a cluster's integrations.</summary>
internal static class TokenRoutes
{
    public static void MapTokenPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/min-side/tokens", MakeOwnToken.Handle).Needs(RightsTable.OwnAccount);
        pages.MapPost("/min-side/tokens/luk", RevokeOwnToken.Handle).Needs(RightsTable.OwnAccount);
        pages.MapGet(ShowIntegrations.Path, ShowIntegrations.Handle).Needs(RightsTable.KeepIntegrations);
        pages.MapPost(ShowIntegrations.Path, MakeIntegration.Handle).Needs(RightsTable.KeepIntegrations);
        pages.MapPost(ShowIntegrations.Path + "/luk", RevokeIntegration.Handle).Needs(RightsTable.KeepIntegrations);
    }

    public static void MapTokens(this IEndpointRouteBuilder api, IEndpointRouteBuilder cluster)
    {
        api.MapGet("/tokens", ListTokens.Handle).Needs(RightsTable.OwnAccount).Answers<ListTokens.View>("One's own tokens, in every cluster");
        api.MapPost("/tokens", CreateToken.Handle).Needs(RightsTable.OwnAccount).Creates<CreateToken.View>("A token with one's own rights in a cluster; the answer alone shows it");
        api.MapDelete("/tokens/{token:guid}", DeleteToken.Handle).Needs(RightsTable.OwnAccount).Creates<ApiToken>("Closes one of one's own tokens");
        cluster.MapGet("/integrations", ListIntegrations.Handle).Needs(RightsTable.KeepIntegrations).Answers<ListTokens.View>("The cluster's integrations");
        cluster.MapPost("/integrations", CreateIntegration.Handle).Needs(RightsTable.KeepIntegrations).Creates<CreateToken.View>("A token for another system; the answer alone shows it");
        cluster.MapDelete("/integrations/{token:guid}", DeleteIntegration.Handle).Needs(RightsTable.KeepIntegrations).Creates<ApiToken>("Closes another system's way in");
    }
}
