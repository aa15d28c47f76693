using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Tokens;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>GET /min-side: who one is here, where one is signed in, and which tokens one has made.</summary>
internal static class ShowAccount
{
    public static Task<IResult> Handle(PageDesk desk, Sessions sessions, ApiTokens tokens) =>
        AnswerAsync(desk, sessions, tokens, TokenDraft.Empty, null, StatusCodes.Status200OK);

    /// <param name="made">The secret of a token just made.</param>
    public static async Task<IResult> AnswerAsync(PageDesk desk, Sessions sessions, ApiTokens tokens, TokenDraft draft, string? made, int status)
    {
        if (desk.Caller is not { Session: { Mail: { } mail } session } caller) return desk.Forbidden();
        var frame = desk.Frame(desk.Texts["Account.Title"]);
        // A token stands in one cluster's register; who is in none has rights to none.
        var own = desk.Member is { } me && me.Roles.Any(r => r.Role != Role.NationalReader)
            ? new TokenList(frame, "/min-side/tokens", ["read", "write"], await tokens.ListAsync(me.Cluster, me.Id, desk.Cancellation), draft, made)
            : null;
        return PageDesk.Set<AccountPage>(new Account(frame, mail, session.Id, caller.Memberships, await sessions.ListAsync(mail, desk.Cancellation), own), status);
    }
}

/// <param name="Here">The session the page is shown in.</param>
/// <param name="Tokens">In the cluster that is chosen; null for who stands in no cluster's register.</param>
public sealed record Account(Frame Frame, string Mail, string Here, IReadOnlyList<Membership> Memberships, IReadOnlyList<Session> Sessions, TokenList? Tokens);
