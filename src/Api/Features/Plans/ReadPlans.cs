using System.ComponentModel;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>GET .../plans and .../plans/{plan}.</summary>
internal static class ReadPlans
{
    public sealed record All(IReadOnlyList<View> Plans);

    /// <param name="Version">Its ETag's number; the next If-Match.</param>
    /// <param name="Initiatives">Numbers in the plan, in the order they were listed.</param>
    /// <param name="OpenReservations">Numbers of reservations not yet met.</param>
    /// <param name="Closed">The day it ended; null while it runs.</param>
    public sealed record View(
        string Id,
        string Title,
        DateOnly From,
        DateOnly To,
        IReadOnlyList<FocusArea> FocusAreas,
        IReadOnlyList<int> Initiatives,
        IReadOnlyList<PlanApproved> Approvals,
        IReadOnlyList<int> OpenReservations,
        IReadOnlyList<InitiativeNotCarried> NotCarried,
        DateOnly? Closed,
        long Version);

    public static async Task<IResult> Handle([AsParameters] PlansQuery query) =>
        await query.PlansAsync() is { } plans ? Results.Ok(new All([.. plans.Select(Show)])) : Missing(query.Http, Streams.Cluster);

    public static async Task<IResult> HandleOne([AsParameters] PlansQuery query, string plan)
    {
        if (await query.PlansAsync() is not { } plans) return Missing(query.Http, Streams.Cluster);
        if (plans.FirstOrDefault(p => p.Plan.Id == plan) is not { } found) return Missing(query.Http, "plan");
        return ETags.IsKnown(query.Http, ETags.Of(found.Version)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok(Show(found));
    }

    private static View Show(PlanRow row)
    {
        var p = row.Plan;
        return new(p.Id, p.Title, p.From, p.To, p.FocusAreas, p.Initiatives, p.Approvals, p.OpenReservations, p.NotCarried, p.Closed, row.Version);
    }

    internal sealed record PlansQuery([property: Description("Cluster id, e.g. nordjylland-midt.")] string Cluster, AsOf AsOf, CardReader Cards, ClusterReader Records, HttpContext Http)
    {
        /// <summary>Null when there is no such cluster, or was none then.</summary>
        public async Task<IReadOnlyList<PlanRow>?> PlansAsync()
        {
            if (!AsOf.IsNow) return (await AsOf.RecordAsync(Records, Cluster, Http.RequestAborted))?.Plans.Select(p => new PlanRow(p.Plan, p.Events[^1].Stamp.Version)).ToList();
            return await Cards.PlansAsync(Cluster, Http.RequestAborted) is { Count: > 0 } plans ? plans
                : await Cards.GlanceAsync(Cluster, Http.RequestAborted) is null ? null : [];
        }
    }

    private static IResult Missing(HttpContext http, string what) => Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(what));
}
