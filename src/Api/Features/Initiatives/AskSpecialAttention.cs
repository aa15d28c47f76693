using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../attention: always in the political status from now on.</summary>
internal static class AskSpecialAttention
{
    /// <param name="Forum">Left out when the secretariat acts on its own.</param>
    public sealed record Body(string Reason, string? Forum = null);

    public static readonly Body Example = new("Politisk Niveau har bedt om at blive orienteret særskilt om indsatsen", "politisk-niveau");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.AskSpecialAttention(body.Forum, body.Reason)));
}
