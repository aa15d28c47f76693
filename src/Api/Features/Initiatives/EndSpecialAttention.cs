using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../attention/ending: in the political status only when its light calls for it.</summary>
internal static class EndSpecialAttention
{
    public sealed record Body(string Reason, string? Forum = null);

    public static readonly Body Example = new("Indsatsen er i mål", "politisk-niveau");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.EndSpecialAttention(body.Forum, body.Reason)));
}
