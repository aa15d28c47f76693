using Initiatives.Api.Features.Accounts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Feeds;

/// <summary>POST /min-side/kalender: addresses of one's calendar and of the cluster's decisions. The page that answers is the only one that shows them.</summary>
internal static class MakeFeedLink
{
    public static async Task<IResult> Handle(PageDesk desk, AccountDesk account, FeedLinks links) =>
        desk.Caller?.Session?.Mail is null || desk.Member is not { } me
            ? desk.NotFound()
            : await account.AnswerAsync(feed: await links.MakeAsync(me.Cluster, me.Id, desk.Cancellation));
}
