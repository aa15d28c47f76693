using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Tokens;

/// <summary>POST /sekretariat/integrationer: another system's token, with a role of its own in the cluster and nobody's name.</summary>
internal static class MakeIntegration
{
    public static Task<IResult> Handle(PageDesk desk, ApiTokens tokens, TimeProvider time) => desk.PostAsync(async (visit, form) =>
    {
        var draft = TokenDraft.Read(form["name"].ToString(), form["access"].ToString(), form["days"].ToString(), ShowIntegrations.Accesses);
        if (draft.Errors.Count > 0) return await ShowIntegrations.AnswerAsync(desk, visit, tokens, draft, null, StatusCodes.Status400BadRequest);
        var (_, secret) = await tokens.MakeAsync(
            new(default, visit.Me.Cluster, draft.Name, null, draft.Access, draft.Access == "secretariat", visit.Me.Id, default, time.GetUtcNow().AddDays(draft.Days), null), desk.Cancellation);
        return await ShowIntegrations.AnswerAsync(desk, visit, tokens, TokenDraft.Empty with { Access = ShowIntegrations.Accesses[0] }, secret, StatusCodes.Status200OK);
    });
}
