using Initiatives.Api.Platform.Http;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>GET /tokens: one's own, in every cluster.</summary>
internal static class ListTokens
{
    public sealed record View(IReadOnlyList<ApiToken> Tokens);

    public static async Task<View> Handle(ApiTokens tokens, HttpContext http)
    {
        var own = new List<ApiToken>();
        foreach (var member in http.Caller().Memberships) own.AddRange(await tokens.ListAsync(member.Cluster, member.Id, http.RequestAborted));
        return new(own);
    }
}
