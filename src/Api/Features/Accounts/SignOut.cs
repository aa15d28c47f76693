using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.SignIn;
using Initiatives.Api.SignIn.OpenId;

namespace Initiatives.Api.Features.Accounts;

/// <summary>
/// POST /log-ud: ends the session on the server; the cookie it leaves behind opens nothing. Whoever came by an organisation's
/// provider is sent on to sign out there too, or the next person at the machine would be them at one press.
/// </summary>
internal static class SignOut
{
    public static async Task<IResult> Handle(HttpContext http, PageDesk desk, Sessions sessions, OpenIdProviders providers, PublicAddress us)
    {
        if (desk.Caller?.Session is { } session)
        {
            await sessions.EndAsync(session, desk.Cancellation);
            Cookies.EndSession(http);
            if (session.ProviderHint is { } idToken && providers.Find(session.How) is { } provider
                && await provider.GoodbyeAsync(idToken, us.Of(SignInPaths.SignIn), desk.Cancellation) is { } goodbye)
            {
                // Not a redirect: our forms may lead nowhere but to us, also by way of one.
                http.Response.Headers["Refresh"] = $"0; url={goodbye.AbsoluteUri}";
                return PageDesk.Set<SignedOutPage>(new SignedOut(desk.Frame(desk.Texts["SignedOut.Title"]) with { Caller = null, Me = null }, provider.Settings.Title, goodbye));
            }
        }
        Cookies.EndSession(http);
        return PageDesk.SeeOther(SignInPaths.SignIn);
    }
}

/// <param name="Provider">Its title.</param>
/// <param name="Onwards">Where the provider signs people out.</param>
public sealed record SignedOut(Frame Frame, string Provider, Uri Onwards);
