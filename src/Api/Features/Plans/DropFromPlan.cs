using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>POST .../plans/{plan}/not-carried: considered, and not carried over as an initiative of its own.</summary>
internal static class DropFromPlan
{
    public sealed record Body(string Title, string Reason);

    public static readonly Body Example = new("Implementering af de 8 veje", "Indskrevet som generel rettesnor ved nye indsatser");

    public static Task<IResult> Handle(string plan, Body body, Desk desk) =>
        desk.ChangeAsync(new PlanWish(plan, new Domain.DropFromPlan(body.Title, body.Reason)));
}
