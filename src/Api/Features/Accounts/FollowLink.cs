using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>
/// GET /log-ind/{secret}: signs in whoever asked for the link, in the browser they asked in. A mail program that looks at the
/// link first is another browser and uses nothing up.
/// </summary>
internal static class FollowLink
{
    public static async Task<IResult> Handle(string secret, HttpContext http, PageDesk desk, SignInLinks links, Sessions sessions, SecurityLog log)
    {
        if (Cookies.Visitor(http.Request) is not { } visitor || await links.UseAsync(secret, visitor, desk.Cancellation) is not { } mail)
        {
            log.LinkRefused("sign-in");
            return desk.Tell("SignIn.LinkOver", "SignIn.LinkOverMeans", StatusCodes.Status410Gone);
        }
        Cookies.SetSession(http, await sessions.BeginAsync(mail, "mail", http.Request.Headers.UserAgent.ToString(), null, desk.Cancellation));
        return PageDesk.SeeOther(SignInPaths.Local(http.Request.Query[SignInPaths.Back]));
    }
}
