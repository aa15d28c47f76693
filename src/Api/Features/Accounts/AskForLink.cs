using System.Net.Mail;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;
using Initiatives.Api.SignIn.OpenId;

namespace Initiatives.Api.Features.Accounts;

/// <summary>
/// POST /log-ind: sends a link to the address, if anybody here has it. The answer is the same either way, and takes the same
/// steps, so that nobody learns who is in the register.
/// </summary>
internal static class AskForLink
{
    // As long as an address can be (RFC 5321).
    private const int LongestAddress = 254;

    public static async Task<IResult> Handle(HttpContext http, PageDesk desk, SignInLinks links, LinkMail mail, Callers callers, Personas personas, OpenIdProviders providers)
    {
        var form = await http.Request.ReadFormAsync(desk.Cancellation);
        var typed = form["mail"].ToString().Trim();
        if (typed.Length is 0 or > LongestAddress || !MailAddress.TryCreate(typed, out var address) || address.Address != typed)
            return PageDesk.Set<SignInPage>(await ShowSignIn.ViewAsync(http, desk, personas, providers, typed, "SignIn.MailMalformed"), StatusCodes.Status400BadRequest);

        var secret = await links.MakeAsync(typed, Cookies.EnsureVisitor(http), desk.Cancellation);
        var known = await callers.AddressAsync(typed, [], desk.Cancellation);
        if (secret is not null && known is not null) await mail.SendAsync(known, secret, SignInPaths.Local(form[SignInPaths.Back]), desk.Texts.Language, desk.Cancellation);
        return desk.Tell("SignIn.Sent", "SignIn.SentMeans", StatusCodes.Status200OK);
    }
}
