using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}/forums/{forum}/rhythm: how its rounds and packs fall around its meetings, from now on.</summary>
internal static class SetRhythm
{
    public sealed record Body(int OpensDaysBefore, int DeadlineDaysBefore, int ReminderWorkingDaysBefore, int PackDaysBefore, int Hour, bool MonthlyDashboard = false);

    public static readonly Body Example = new(21, 10, 3, 7, 6, MonthlyDashboard: true);

    public static Task<IResult> Handle(string forum, Body body, Desk desk) =>
        desk.ChangeAsync(new ClusterWish(new Domain.SetRhythm(
            forum,
            new Rhythm(body.OpensDaysBefore, body.DeadlineDaysBefore, body.ReminderWorkingDaysBefore, body.PackDaysBefore, body.Hour, body.MonthlyDashboard))));
}
