using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>
/// PUT .../plans/{plan}/successor/{successor}: the plan is closed with what was learned, another takes over, and everything that has not
/// ended is carried over, closed or withdrawn; all of it or nothing.
/// </summary>
internal static class SucceedPlan
{
    /// <param name="Title">Of the plan that takes over; its focus areas are the old one's.</param>
    /// <param name="On">The day it was decided.</param>
    /// <param name="Initiatives">A choice for each initiative that has not ended.</param>
    public sealed record Body(string Title, DateOnly From, DateOnly To, DateOnly On, string Forum, string Decision, string LessonsLearned, IReadOnlyList<SucceedingChoice>? Initiatives = null);

    public static readonly Body Example = new(
        "Handleplan 2024", new(2024, 1, 1), new(2024, 12, 31), new(2023, 12, 31), "politisk-niveau", "Handleplanen afløses af Handleplan 2024", "Begynd med de fælles data",
        [new(10, Succeeding.CarryOver, "Målet nås først i 2024"), new(11, Succeeding.Withdraw, "Indskrevet som generel rettesnor")]);

    public static async Task<IResult> Handle(string cluster, string plan, string successor, Body body, Desk desk, SuccessionReader reader, TimeProvider time, HttpContext http)
    {
        if (await reader.ReadAsync(cluster, plan, time.GetUtcNow(), http.RequestAborted) is not { } found) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("plan"));
        var succession = new Succession(found.Plan, successor, body.Title, body.From, body.To, body.On, body.Forum, body.Decision, body.LessonsLearned, body.Initiatives ?? [])
        {
            Ordering = OrderingIn(found.Cluster, body.Forum),
        };
        if (Unchosen(found.Plan, found.Open, succession.Choices) is { Count: > 0 } missing) return Problems.Result(http, StatusCodes.Status409Conflict, [.. missing]);
        return await desk.ChangeAsync([.. succession.Wishes(found.Open).Select(w => w.Wish)]);
    }

    /// <summary>The forum itself when it places orders; otherwise the one that does.</summary>
    public static string OrderingIn(Cluster cluster, string forum) =>
        cluster.Forum(forum)?.Has(ForumDuty.PlaceOrders) == true ? forum : cluster.Forums.FirstOrDefault(f => f.Has(ForumDuty.PlaceOrders))?.Id ?? forum;

    /// <summary>Nothing is left behind in a plan that has ended.</summary>
    public static IReadOnlyList<Refusal> Unchosen(Plan plan, IReadOnlyList<Initiative> open, IReadOnlyList<SucceedingChoice> choices) =>
        plan.Closed is not null ? [] : [.. open.Where(i => choices.All(c => c.Number != i.Number)).Select(i => PlanRefusals.NothingChosen(i.Number))];
}
