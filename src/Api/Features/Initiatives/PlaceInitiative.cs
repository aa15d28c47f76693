using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../placement: another focus area or other partners.</summary>
internal static class PlaceInitiative
{
    public sealed record Body(string FocusArea, IReadOnlyList<string> Partners);

    public static readonly Body Example = new("oevrige", ["auh", "aalborg", "plo"]);

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.PlaceInitiative(body.FocusArea, body.Partners)));
}
