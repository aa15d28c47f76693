using System.ComponentModel;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>DELETE /tokens/{token}: also by the token itself, and by one that may only look: closing a door is always allowed.</summary>
internal static class DeleteToken
{
    public static async Task<IResult> Handle([Description("Its id, as in the list.")] Guid token, ApiTokens tokens, HttpContext http)
    {
        foreach (var member in http.Caller().Memberships)
        {
            if ((await tokens.ListAsync(member.Cluster, member.Id, http.RequestAborted)).FirstOrDefault(t => t.Id == token) is { } found
                && await tokens.RevokeAsync(member.Cluster, token, member.Id, http.RequestAborted))
                return Results.Ok(found);
        }
        return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("token"));
    }
}
