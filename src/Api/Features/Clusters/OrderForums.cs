using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>
/// PUT /clusters/{cluster}/forum-order, and POST /sekretariat/fora/raekkefoelge: the forums in another order, which is the order of
/// approval. On the page one forum is moved one place at a time.
/// </summary>
internal static class OrderForums
{
    /// <summary>Stands in the page's address where a forum's id would; no forum is given it.</summary>
    public const string Address = "raekkefoelge";

    public const string Up = "op:";
    public const string Down = "ned:";

    /// <param name="Forums">The ids of all of them, the lowest first.</param>
    public sealed record Body(IReadOnlyList<string> Forums);

    public static readonly Body Example = new(["chefforum", "direktoerforum", "politisk-niveau"]);

    public static async Task<IResult> Handle(string cluster, Body body, Desk desk, StandingReader standings, HttpContext http) =>
        await desk.ChangeAsync(new ClusterWish(new Domain.OrderForums(body.Forums, UnderWay(await standings.ReadAsync(cluster, null, http.RequestAborted)))));

    public static Task<IResult> Move(PageDesk desk, OfficeForms forms) => desk.PostAsync(async (visit, form) =>
    {
        if (Moved(visit.Standing.Cluster, form[Fields.Press].ToString()) is not { } order) return await ForumPages.ListAsync(desk, forms, visit, []);
        return await desk.SendAsync(visit, form, new ClusterWish(new Domain.OrderForums(order, UnderWay(visit.Standing)))) switch
        {
            Outcome.Accepted => desk.Done(visit, ForumPages.Path, "ForumsOrdered"),
            Outcome.Refused refused => await ForumPages.ListAsync(desk, forms, visit, refused.Refusals),
            Outcome.Stale stale => await desk.ConflictAsync(visit, form, stale, Streams.Cluster, new Dictionary<string, string>()),
            Outcome.Missing => desk.NotFound(),
            _ => desk.Forbidden(),
        };
    });

    /// <summary>The order with one forum moved one place; null when the button names none that can be.</summary>
    private static List<string>? Moved(Cluster cluster, string pressed)
    {
        var order = cluster.Forums.Select(f => f.Id).ToList();
        var (step, id) = pressed.StartsWith(Up, StringComparison.Ordinal) ? (-1, pressed[Up.Length..])
            : pressed.StartsWith(Down, StringComparison.Ordinal) ? (1, pressed[Down.Length..])
            : (0, "");
        var at = order.IndexOf(id);
        if (at < 0 || at + step < 0 || at + step >= order.Count) return null;
        order.RemoveAt(at);
        order.Insert(at + step, id);
        return order;
    }

    /// <summary>A revision that awaits the chain, or a claim of delivery that it has not ended.</summary>
    private static IReadOnlyList<int> UnderWay(Standing? standing) =>
        [.. (standing?.Cards ?? []).Where(c => c.Track.Phases is [.., { Phase: var phase }] && !c.Track.HasEnded && (c.Submitted is not null || phase is Phase.Delivered)).Select(c => c.Number)];
}
