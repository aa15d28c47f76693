using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.SignIn;
using Initiatives.Api.SignIn.OpenId;

namespace Initiatives.Api.Features.Accounts;

/// <summary>
/// GET /log-ind/organisation/{name}/svar: the browser comes back from its provider. Whoever proves an address that a
/// register has is signed in; an address that none has gets no right by coming here, and is told whom to ask.
/// </summary>
internal static class TakeAnswer
{
    public static async Task<IResult> Handle(
        string name, HttpContext http, PageDesk desk, OpenIdProviders providers, OpenIdAttempts attempts, Callers callers, Sessions sessions, PublicAddress us)
    {
        if (providers.Find(name) is not { } provider) return desk.NotFound();
        var (settings, query) = (provider.Settings, http.Request.Query);
        IResult Refuse(string text, int status) => desk.Tell($"SignIn.{text}", $"SignIn.{text}Means", status, settings.Title);

        if (attempts.Take(http, name, query["state"].ToString()) is not { } attempt || query["code"].ToString() is not { Length: > 0 } code)
            return Refuse("NotProven", StatusCodes.Status400BadRequest);
        var issuer = query["iss"].ToString() is { Length: > 0 } told ? told : null;
        switch (await provider.RedeemAsync(attempt, code, issuer, AskOrganisation.AnswerAddress(us, name), desk.Cancellation))
        {
            case OpenIdAnswer.Proven(var mail, var idToken):
                if (await callers.AddressAsync(mail, settings.Organisations, desk.Cancellation) is not { } address) return Refuse("NotInvited", StatusCodes.Status403Forbidden);
                if (desk.Caller?.Session is { } before) await sessions.EndAsync(before, desk.Cancellation);
                Cookies.SetSession(http, await sessions.BeginAsync(address, name, http.Request.Headers.UserAgent.ToString(), idToken, desk.Cancellation));
                return PageDesk.SeeOther(attempt.Back);
            case OpenIdAnswer.MailNotProven:
                return Refuse("MailNotProven", StatusCodes.Status403Forbidden);
            case OpenIdAnswer.Away:
                return Refuse("ProviderAway", StatusCodes.Status503ServiceUnavailable);
            default:
                return Refuse("NotProven", StatusCodes.Status400BadRequest);
        }
    }
}
