using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Feeds;

/// <summary>POST /min-side/kalender/luk: whoever has the addresses finds them closed.</summary>
internal static class CloseFeedLink
{
    public static async Task<IResult> Handle(PageDesk desk, FeedLinks links)
    {
        if (desk.Caller?.Session?.Mail is null || desk.Member is not { } me) return desk.NotFound();
        await links.RevokeAsync(me.Cluster, me.Id, desk.Cancellation);
        return PageDesk.SeeOther(desk.Frame("").Link($"/min-side?{QueryNames.Done}=FeedClosed"));
    }
}
