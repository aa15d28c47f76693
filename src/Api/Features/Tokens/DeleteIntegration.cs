using System.ComponentModel;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>DELETE .../integrations/{token}.</summary>
internal static class DeleteIntegration
{
    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, [Description("Its id, as in the list.")] Guid token, ApiTokens tokens, HttpContext http) =>
        (await tokens.ListAsync(cluster, null, http.RequestAborted)).FirstOrDefault(t => t.Id == token) is { } found && await tokens.RevokeAsync(cluster, token, null, http.RequestAborted)
            ? Results.Ok(found)
            : Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("token"));
}
