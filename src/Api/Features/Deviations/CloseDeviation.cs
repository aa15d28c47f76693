using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>PUT .../deviations/{deviation}/closing: after green, the managing forum confirms the effect.</summary>
internal static class CloseDeviation
{
    public sealed record Body(string Forum, string Effect, string? Meeting = null);

    public static readonly Body Example = new("chefforum", "Opstarten er indhentet", "chefforum-2023-11-27");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int deviation, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.CloseDeviation(deviation, body.Forum, body.Effect, body.Meeting)));
}
