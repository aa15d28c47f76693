using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../pause: the work rests, and nobody is reminded.</summary>
internal static class PauseInitiative
{
    public sealed record Body(string Reason, DateOnly? Until = null);

    public static readonly Body Example = new("Afventer den nye sundhedsaftale", new(2023, 12, 1));

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.PauseInitiative(body.Reason, body.Until)));
}
