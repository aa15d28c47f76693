using Initiatives.Api.Features.Accounts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>POST /min-side/tokens: a token with one's own rights in the cluster that is chosen. The page that answers is the only one that shows it.</summary>
internal static class MakeOwnToken
{
    public static async Task<IResult> Handle(HttpContext http, PageDesk desk, AccountDesk account, ApiTokens tokens, TimeProvider time)
    {
        if (desk.Caller?.Session?.Mail is null || desk.Member is not { } me) return desk.NotFound();
        var form = await http.Request.ReadFormAsync(desk.Cancellation);
        var draft = TokenDraft.Read(form["name"].ToString(), form["access"].ToString(), form["days"].ToString(), "read", "write");
        if (draft.Errors.Count > 0) return await account.AnswerAsync(draft, status: StatusCodes.Status400BadRequest);
        var (_, secret) = await tokens.MakeAsync(
            new(default, me.Cluster, draft.Name, me.Id, null, draft.Access == "write", me.Id, default, time.GetUtcNow().AddDays(draft.Days), null), desk.Cancellation);
        return await account.AnswerAsync(token: secret);
    }
}
