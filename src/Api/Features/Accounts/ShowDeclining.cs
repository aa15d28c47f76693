using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>GET /afmeld/{secret}: whether the reader gets mail of the kind that the address was sent with. Changes nothing: mail filters open it first.</summary>
internal static class ShowDeclining
{
    public static async Task<IResult> Handle(string secret, PageDesk desk, DeclinedMail declined, SecurityLog log)
    {
        if (declined.Read(secret) is { } mail) return Set(desk, await declined.HoldsAsync(mail, desk.Cancellation));
        log.LinkRefused("decline");
        return desk.Tell("Decline.LinkOver", "Decline.LinkOverMeans", StatusCodes.Status410Gone);
    }

    internal static IResult Set(PageDesk desk, bool declined) =>
        PageDesk.Set<DecliningPage>(new Declining(desk.Frame(desk.Texts[declined ? "Decline.Declined" : "Decline.Title"]), declined));
}

/// <param name="Declined">The reader does not get it.</param>
public sealed record Declining(Frame Frame, bool Declined);
