using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using MediatR;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// Example points of the yearly wheel for a sample cluster, which no document carries. The months follow the sample's calendar, which was
/// moved to today: one point falls on the managing forum's next meeting, so that it is seen there.
/// </summary>
internal sealed class DemoWheel(IMediator mediator)
{
    private const string Example = "Eksempel på et punkt, der kommer igen hvert år.";

    public async Task SetAsync(string tenant, Cluster cluster, Calendar calendar, DateTimeOffset now, CancellationToken cancellation)
    {
        if (cluster.ManagingForum is not { } managing) return;
        var deciding = cluster.Forums.FirstOrDefault(f => f.Has(ForumDuty.DecideEscalations)) ?? managing;
        var ordering = cluster.Forums.FirstOrDefault(f => f.Has(ForumDuty.PlaceOrders)) ?? managing;
        var next = calendar.Next(managing.Id, Clock.Day(now, cluster.TimeZone))?.On.Month ?? 1;
        SetWheelPoint[] points =
        [
            new("naeste-aars-moeder", "Næste års møder og statusrunder", managing.Id, WheelTime.Months, [next], Asks(managing, "godkender mødeplanen og statusrunderne for det kommende år"), Example),
            new("patientinddragelse", "Evaluering af patientinddragelse", managing.Id, WheelTime.Months, [After(next, 4), After(next, 10)], Asks(managing, "drøfter, hvordan patienter og pårørende er inddraget i indsatserne"), Example),
            new("oekonomi", "Opfølgning på indsatsernes økonomi", deciding.Id, WheelTime.Months, [After(next, 6)], Asks(deciding, "tager opfølgningen på indsatsernes økonomi til efterretning"), Example),
            new("handleplan", "Godkendelse af handleplan", ordering.Id, WheelTime.FirstMeeting, [], Asks(ordering, "godkender handleplanen for det kommende år"), Example),
            new("aarets-resultater", "Årets resultater", ordering.Id, WheelTime.LastMeeting, [], Asks(ordering, "tager orienteringen om årets resultater til efterretning"), Example),
        ];
        foreach (var point in points)
            await mediator.Send(new Change(new CommandContext(tenant, "demo", now), new ClusterWish(point)), cancellation);
    }

    private static string Asks(Forum forum, string what) => $"Det indstilles, at {forum.Name} {what}.";

    private static int After(int month, int months) => ((month + months - 1) % 12) + 1;
}
