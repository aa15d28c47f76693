using System.ComponentModel;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Log;

/// <summary>GET .../events: every fact of the cluster in the order of the log: who, when, what, on whose behalf.</summary>
internal static class ListFacts
{
    /// <param name="Next">Cursor of the next page; null when the log ends here.</param>
    public sealed record Page(IReadOnlyList<Item> Events, string? Next);

    /// <param name="Position">Place in the log; ascending, with gaps.</param>
    /// <param name="Stream">What it is about, e.g. initiative/handleplan-2023/10.</param>
    public sealed record Item(long Position, string Stream, FactView Fact);

    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster, AsOf asOf, Paging paging, EventLog log, CardReader cards, HttpContext http)
    {
        if (await cards.GlanceAsync(cluster, http.RequestAborted) is not { } glance) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        var until = asOf.Day is { } day ? Clock.EndOf(day, glance.TimeZone) : asOf.Instant;
        var safe = await log.SafePositionAsync(http.RequestAborted);

        var page = new List<Item>(paging.Limit);
        await foreach (var facts in log.ReadPagesAsync(paging.After ?? 0, safe, cluster, paging.Limit + 1, http.RequestAborted))
        {
            foreach (var fact in facts.Where(f => !(f.Timestamp > until)))
            {
                if (page.Count == paging.Limit) return Results.Ok(new Page(page, FormattableString.Invariant($"{page[^1].Position}")));
                page.Add(new(fact.Position, fact.Stream, FactView.Of(new Reporting.Record.Told<object>(fact.Data, ClusterReader.StampOf(fact, glance.TimeZone)))));
            }
        }
        return Results.Ok(new Page(page, null));
    }
}
