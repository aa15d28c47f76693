using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;

namespace Initiatives.Api.Features.Accounts;

/// <summary>
/// POST /afmeld/{secret}: from the page's button, or by itself from a mail program (RFC 8058), which brings no cookie, no key of ours
/// and follows no redirect: the address is the proof, and the answer is the page.
/// </summary>
internal static class Decline
{
    public static async Task<IResult> Handle(string secret, HttpRequest request, PageDesk desk, DeclinedMail declined)
    {
        if (declined.Read(secret) is not { } mail) return desk.Tell("Decline.LinkOver", "Decline.LinkOverMeans", StatusCodes.Status410Gone);
        var takenBack = request.HasFormContentType && (await request.ReadFormAsync(desk.Cancellation))[DecliningPage.Choice] == DecliningPage.Again;
        await declined.SetAsync(mail, !takenBack, desk.Cancellation);
        return ShowDeclining.Set(desk, !takenBack);
    }
}
