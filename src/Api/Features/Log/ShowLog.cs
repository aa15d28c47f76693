using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Log;

/// <summary>GET /log: every fact of the cluster, newest first: who, when, what, for what reason.</summary>
internal static class ShowLog
{
    private const int PerPage = 50;

    public static Task<IResult> Handle(HttpContext http, PageDesk desk, EventLog log, PeopleRegister people) => desk.ShowAsync(async visit =>
    {
        var query = LogQuery.Read(http.Request.Query);
        var cluster = visit.Standing.Cluster;
        var names = await people.NamesAsync(cluster.Id, desk.Cancellation);
        var facts = await log.ReadNewestAsync(cluster.Id, query.Before, query.Filter(visit), PerPage + 1, desk.Cancellation);
        return PageDesk.Set<LogPage>(new LogView(
            desk.Frame(visit, desk.Texts["Log.Title"]),
            query,
            [.. facts.Take(PerPage).Select(f => LogRow.Of(f, cluster, names, desk.Texts.Language))],
            facts.Count > PerPage ? facts[PerPage - 1].Position : null,
            [.. visit.Standing.Cards.OrderBy(c => c.Number).Select(c => (c.Number, c.Title))],
            [.. names.OrderBy(n => n.Value, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("da-DK"), ignoreCase: true)).Select(n => (n.Key, n.Value))]));
    });
}

/// <param name="Older">Position to go on before; null when these are the oldest.</param>
/// <param name="Initiatives">Of the plan in hand, to choose between.</param>
/// <param name="People">Whose names are known, to choose between.</param>
public sealed record LogView(
    Frame Frame, LogQuery Query, IReadOnlyList<LogRow> Rows, long? Older, IReadOnlyList<(int Number, string Title)> Initiatives, IReadOnlyList<(string Id, string Name)> People);
