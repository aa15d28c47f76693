using Initiatives.Api.Features.Feeds;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Tokens;
using Initiatives.Api.Mail;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;

namespace Initiatives.Api.Features.Accounts;

/// <summary>Sets /min-side: as it is, and with what somebody has just made there, which is shown that once.</summary>
internal sealed class AccountDesk(PageDesk desk, Sessions sessions, ApiTokens tokens, FeedLinks feeds, DeclinedMail declined, StandingReader standings, PublicAddress address)
{
    /// <param name="draft">The token's form as it was filled in.</param>
    /// <param name="token">The secret of a token just made.</param>
    /// <param name="feed">The secret of addresses just made.</param>
    public async Task<IResult> AnswerAsync(TokenDraft? draft = null, string? token = null, string? feed = null, int status = StatusCodes.Status200OK)
    {
        if (desk.Caller is not { Session: { Mail: { } mail } session } caller) return desk.Forbidden();
        var frame = desk.Frame(desk.Texts["Account.Title"]);
        var forums = await ForumNamesAsync(caller);
        // Both stand in one cluster's register; who is in none has rights to none.
        var me = desk.Member is { } member && member.Roles.Any(r => r.Role != Role.NationalReader) ? member : null;
        return PageDesk.Set<AccountPage>(
            new Account(frame, mail, session.Id, caller.Memberships, await sessions.ListAsync(mail, desk.Cancellation))
            {
                ForumNames = forums,
                Tokens = me is null ? null : new TokenList(frame, "/min-side/tokens", ["read", "write"], await tokens.ListAsync(me.Cluster, me.Id, desk.Cancellation), draft ?? TokenDraft.Empty, token),
                MinutesForInformation = me?.Roles.Any(r => r.Forum is not null) != true ? null : !await declined.HoldsAsync(new(me.Cluster, me.Id, Voluntary.MinutesForInformation), desk.Cancellation),
                Feeds = me is null ? null : new FeedAddresses(await feeds.ExpiresAsync(me.Cluster, me.Id, desk.Cancellation), feed is null ? [] : [.. Addresses(feed, me, frame, forums)]),
            },
            status);
    }

    private async Task<IReadOnlyDictionary<(string Cluster, string Forum), string>> ForumNamesAsync(Caller caller)
    {
        var names = new Dictionary<(string, string), string>();
        foreach (var member in caller.Memberships.Where(m => m.Roles.Any(r => r.Forum is not null)))
        {
            if (await standings.ReadAsync(member.Cluster, asOf: null, desk.Cancellation) is not { Cluster: var cluster }) continue;
            foreach (var forum in cluster.Forums) names[(cluster.Id, forum.Id)] = forum.Name;
        }
        return names;
    }

    private IEnumerable<(string, Uri)> Addresses(string secret, Membership me, Frame frame, IReadOnlyDictionary<(string, string), string> forums)
    {
        yield return (frame.Texts["Feed.OwnAddress"], address.Of($"/kalender/{secret}/{FollowFeed.Own}.ics"));
        foreach (var forum in me.Roles.Select(r => r.Forum).OfType<string>().Distinct(StringComparer.Ordinal))
            yield return (frame.Texts["Feed.ForumAddress", forums.GetValueOrDefault((me.Cluster, forum), forum)], address.Of($"/kalender/{secret}/{forum}.ics"));
        yield return (frame.Texts["Feed.DecisionsAddress"], address.Of($"/beslutninger/{secret}.atom"));
    }
}

/// <param name="Here">The session the page is shown in.</param>
public sealed record Account(Frame Frame, string Mail, string Here, IReadOnlyList<Membership> Memberships, IReadOnlyList<Session> Sessions)
{
    /// <summary>Of the clusters in which one sits in a forum.</summary>
    public IReadOnlyDictionary<(string Cluster, string Forum), string> ForumNames { get; init; } = new Dictionary<(string, string), string>();

    /// <summary>In the cluster that is chosen; null for who stands in no cluster's register.</summary>
    public TokenList? Tokens { get; init; }

    /// <summary>As <see cref="Tokens"/>.</summary>
    public FeedAddresses? Feeds { get; init; }

    /// <summary>Whether they want the minutes of other forums; null for who has no seat, and is sent none.</summary>
    public bool? MinutesForInformation { get; init; }
}

/// <param name="Expires">Until when those that were made hold; null when there are none.</param>
/// <param name="Made">Those just made, each with what it is for.</param>
public sealed record FeedAddresses(DateTimeOffset? Expires, IReadOnlyList<(string For, Uri Address)> Made);
