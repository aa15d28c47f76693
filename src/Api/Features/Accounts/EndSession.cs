using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>POST /min-side/sessioner: signs one's own other browser out, or all of them.</summary>
internal static class EndSession
{
    public static async Task<IResult> Handle(HttpContext http, PageDesk desk, Sessions sessions)
    {
        if (desk.Caller?.Session is not { Mail: { } mail } session) return desk.Forbidden();
        var form = await http.Request.ReadFormAsync(desk.Cancellation);
        var ended = form["session"].ToString();
        if (ended == "alle") await sessions.EndAllAsync(mail, desk.Cancellation);
        else if (ended.Length == session.Id.Length && ended.All(char.IsAsciiHexDigitLower)) await sessions.EndAsync(mail, ended, desk.Cancellation);
        return PageDesk.SeeOther($"/min-side?{QueryNames.Done}=SessionEnded");
    }
}
