namespace Initiatives.Domain;

/// <summary>When a plan that runs asks how it is to end: what is delivered, what was learned, and what goes on.</summary>
public static class PlanEnd
{
    /// <summary>
    /// Two or three meetings of the managing forum: time to claim, to judge and to decide before the period is over. One for all clusters.
    /// </summary>
    public const int DaysAhead = 90;

    /// <summary>Its period ends soon, or is over, and nobody has closed it.</summary>
    public static bool IsNear(Plan plan, DateOnly day) => plan is { Exists: true, Closed: null } && day >= plan.To.AddDays(-DaysAhead);

    /// <summary>The managing forum's last ordinary meeting of the period, where the end is on the agenda; null when none is set.</summary>
    public static Meeting? LastMeeting(Plan plan, Cluster cluster, Calendar calendar) =>
        cluster.ManagingForum is { } managing
            ? calendar.Held(managing.Id).LastOrDefault(m => !m.Extraordinary && m.On <= plan.To && m.On >= plan.To.AddDays(-DaysAhead))
            : null;
}
