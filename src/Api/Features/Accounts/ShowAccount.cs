using Initiatives.Api.Features.Shell;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>GET /min-side: who one is here, where one is signed in, and which tokens one has made.</summary>
internal static class ShowAccount
{
    public static async Task<IResult> Handle(PageDesk desk, Sessions sessions) =>
        desk.Caller is { Session: { Mail: { } mail } session } caller
            ? PageDesk.Set<AccountPage>(new Account(desk.Frame(desk.Texts["Account.Title"]), mail, session.Id, caller.Memberships, await sessions.ListAsync(mail, desk.Cancellation)))
            : desk.Forbidden();
}

/// <param name="Here">The session the page is shown in.</param>
public sealed record Account(Frame Frame, string Mail, string Here, IReadOnlyList<Membership> Memberships, IReadOnlyList<Session> Sessions);
