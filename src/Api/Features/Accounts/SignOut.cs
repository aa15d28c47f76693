using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>POST /log-ud: ends the session on the server; the cookie it leaves behind opens nothing.</summary>
internal static class SignOut
{
    public static async Task<IResult> Handle(HttpContext http, PageDesk desk, Sessions sessions)
    {
        if (desk.Caller?.Session is { } session) await sessions.EndAsync(session, desk.Cancellation);
        Cookies.EndSession(http);
        return PageDesk.SeeOther(SignInPaths.SignIn);
    }
}
