using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Platform.Http;

/// <summary>A plan with its initiatives, now or as of: what every read of more than one initiative shows a part of.</summary>
/// <param name="Day">The day it is judged on.</param>
internal sealed record OverviewSeen(Cluster Cluster, Calendar Calendar, Plan Plan, IReadOnlyList<InitiativeCard> Cards, DateOnly Day);

/// <summary>
/// Answers reads of a plan's overview: 304 after one small question when nothing in the cluster has moved, else the
/// rows kept by the appends, else (<c>?asOf=</c>) the record folded up to then.
/// </summary>
internal sealed class Overviews(CardReader cards, ClusterReader records, TimeProvider time)
{
    /// <param name="name">Tells this view's tag from others of the same cluster.</param>
    public async Task<IResult> ShowAsync<T>(HttpContext http, string cluster, string? plan, AsOf asOf, string name, Func<OverviewSeen, T> view)
    {
        if (await cards.GlanceAsync(cluster, http.RequestAborted) is not { } glance) return Missing(http, Streams.Cluster);
        var day = asOf.On(time.GetUtcNow(), glance.TimeZone);
        var tag = FormattableString.Invariant($"\"{glance.RecordVersion}.{name}-{plan}-{asOf.Instant?.UtcTicks ?? day.DayNumber}-{asOf.IsNow}\"");
        if (ETags.IsKnown(http, tag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        if (await SeenAsync(cluster, plan, asOf, day, http.RequestAborted) is { } seen) return Results.Ok(view(seen));
        return Missing(http, plan is null ? Streams.Cluster : "plan");
    }

    private async Task<OverviewSeen?> SeenAsync(string cluster, string? plan, AsOf asOf, DateOnly day, CancellationToken cancellation)
    {
        if (asOf.IsNow)
        {
            return await cards.ReadAsync(cluster, plan, cancellation) is { } now
                ? new(now.Cluster, now.Calendar, now.Plan, [.. now.Rows.Select(r => r.Card)], day)
                : null;
        }
        if (await asOf.RecordAsync(records, cluster, cancellation) is not { } record) return null;
        var found = plan is null ? record.Plan : record.Plans.FirstOrDefault(p => p.Plan.Id == plan);
        if (found is null) return plan is null ? new(record.Cluster, record.Calendar, Plan.None, [], day) : null;
        return new(record.Cluster, record.Calendar, found.Plan, [.. record.Initiatives.Where(i => i.Card.Plan == found.Plan.Id).Select(i => i.Card)], day);
    }

    private static IResult Missing(HttpContext http, string what) => Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(what));
}
