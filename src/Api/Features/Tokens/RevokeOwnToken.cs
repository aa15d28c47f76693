using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>POST /min-side/tokens/luk: closes one of one's own tokens.</summary>
internal static class RevokeOwnToken
{
    public static async Task<IResult> Handle(HttpContext http, PageDesk desk, ApiTokens tokens)
    {
        if (desk.Caller?.Session?.Mail is null || desk.Member is not { } me) return desk.NotFound();
        var form = await http.Request.ReadFormAsync(desk.Cancellation);
        return Guid.TryParse(form["token"], out var id) && await tokens.RevokeAsync(me.Cluster, id, me.Id, desk.Cancellation)
            ? PageDesk.SeeOther(desk.Frame("").Link($"/min-side?{QueryNames.Done}=TokenRevoked"))
            : desk.NotFound();
    }
}
