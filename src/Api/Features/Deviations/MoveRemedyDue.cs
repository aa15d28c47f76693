using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>PUT .../remedies/{remedy}/due: the managing forum gives it another date.</summary>
internal static class MoveRemedyDue
{
    public sealed record Body(string Forum, DateOnly Due, string Reason);

    public static readonly Body Example = new("chefforum", new(2023, 11, 1), "Stillingen slås op igen");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int remedy, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.MoveRemedyDue(remedy, body.Forum, body.Due, body.Reason)));
}
