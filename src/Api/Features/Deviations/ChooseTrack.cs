using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations;

/// <summary>PUT .../deviations/{deviation}/track: back to plan, re-plan, or close the initiative.</summary>
internal static class ChooseTrack
{
    public sealed record Body(string Forum, DeviationTrack Track, string? Reason = null, string? Meeting = null);

    public static readonly Body Example = new("chefforum", DeviationTrack.BackToPlan, "Forsinkelsen kan hentes", "chefforum-2023-08-30");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int deviation, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.ChooseTrack(deviation, body.Forum, body.Track, body.Reason, body.Meeting)));
}
