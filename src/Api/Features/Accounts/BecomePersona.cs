using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>POST /log-ind/rolle: to be one of the demo's people. Refused wherever anything but example data is.</summary>
internal static class BecomePersona
{
    public static async Task<IResult> Handle(HttpContext http, PageDesk desk, Personas personas, Sessions sessions)
    {
        var form = await http.Request.ReadFormAsync(desk.Cancellation);
        if (Personas.All.FirstOrDefault(p => p.Key == form["rolle"]) is not { } persona
            || !await personas.AreOpenAsync(desk.Cancellation)
            || await personas.MailOfAsync(persona, desk.Cancellation) is not { } mail)
            return desk.Forbidden();
        if (desk.Caller?.Session is { } before) await sessions.EndAsync(before, desk.Cancellation);
        Cookies.SetSession(http, await sessions.BeginAsync(mail, "persona", http.Request.Headers.UserAgent.ToString(), null, desk.Cancellation));
        return PageDesk.SeeOther(SignInPaths.Local(form[SignInPaths.Back]));
    }
}
