using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Packs;

/// <summary>GET /rapporter/sammenlign?fra=ID&amp;til=ID: what changed between two editions of a kind, old beside new.</summary>
internal static class ShowComparison
{
    public const string Path = "/rapporter/sammenlign";
    public const string From = "fra";
    public const string To = "til";

    public static Task<IResult> Handle(PageDesk desk, Editions editions, Comparing comparing, HttpRequest request) => desk.ShowAsync(async visit =>
    {
        var cluster = visit.Standing.Cluster;
        var list = await editions.ListAsync(cluster.Id, kind: null, occasion: null, desk.Cancellation);
        var (from, to) = (request.Query[From].ToString(), request.Query[To].ToString());
        var asked = from.Length > 0 || to.Length > 0;
        var compared = asked ? await comparing.ReadAsync(cluster.Id, from, to, desk.Texts.Language, desk.Cancellation) : null;
        // Nobody asks what an edition is beside itself; what is new since last time is asked most.
        if (!asked && list.OrderByDescending(e => (e.IssuedAt, e.CutOff)).GroupBy(e => e.Kind).FirstOrDefault(kind => kind.Count() > 1) is { } newest)
            (from, to) = (newest.ElementAt(1).Id, newest.First().Id);
        var frame = desk.Frame(visit, desk.Texts["Compare.Title"], new Crumb(desk.Texts["Packs.Title"], "/rapporter"));
        return PageDesk.Set<ComparisonPage>(new Comparison(frame, new Archive(frame, list, cluster, 0), from, to, asked, compared));
    }, fromRecord: false);
}

/// <param name="Archive">All editions, to choose from.</param>
/// <param name="Asked">Two were chosen.</param>
/// <param name="Compared">Null when none were, or they cannot be compared.</param>
public sealed record Comparison(Frame Frame, Archive Archive, string From, string To, bool Asked, Compared? Compared)
{
    /// <summary>Two of a kind at least.</summary>
    public IEnumerable<IGrouping<string, Edition>> Kinds => Archive.Editions.GroupBy(e => e.Kind).Where(g => g.Count() > 1);

    public string NameOf(Edition edition) =>
        Frame.Texts["Compare.Edition", Frame.Texts[$"Pack.{edition.Kind}"], Archive.OccasionOf(edition), edition.Number];
}
