using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}/tolerances: when which light is suggested, from the next status on.</summary>
internal static class SetTolerances
{
    /// <param name="CostPercent">Percent over the frame that is still yellow.</param>
    /// <param name="CostAmount">DKK over the frame that is still yellow; the narrower of the two counts.</param>
    /// <param name="MonthsToYellow">Months late from which the end date is yellow.</param>
    /// <param name="MonthsToRed">Months late beyond which it is red.</param>
    public sealed record Body(decimal CostPercent, decimal CostAmount, int MonthsToYellow, int MonthsToRed);

    public static readonly Body Example = new(10m, 6_000_000m, 1, 3);

    public static Task<IResult> Handle(Body body, Desk desk) =>
        desk.ChangeAsync(new ClusterWish(new Domain.SetTolerances(new Tolerances(body.CostPercent, body.CostAmount, body.MonthsToYellow, body.MonthsToRed))));
}
