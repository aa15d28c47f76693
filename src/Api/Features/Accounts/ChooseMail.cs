using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;

namespace Initiatives.Api.Features.Accounts;

/// <summary>POST /min-side/mail: the signed-in reader's own choice of the mail that is no duty.</summary>
internal static class ChooseMail
{
    public static async Task<IResult> Handle(HttpRequest request, PageDesk desk, DeclinedMail declined)
    {
        if (desk.Caller?.Session?.Mail is null || desk.Member is not { } me) return desk.NotFound();
        var wanted = (await request.ReadFormAsync(desk.Cancellation))[DecliningPage.Choice] == DecliningPage.Again;
        await declined.SetAsync(new(me.Cluster, me.Id, Voluntary.MinutesForInformation), !wanted, desk.Cancellation);
        return PageDesk.SeeOther(desk.Frame("").Link($"/min-side?{QueryNames.Done}={(wanted ? "MailWanted" : "MailDeclined")}"));
    }
}
