using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../withdrawal: a forum takes it off the plan.</summary>
internal static class WithdrawInitiative
{
    public sealed record Body(string Forum, string Reason);

    public static readonly Body Example = new("politisk-niveau", "Indskrevet som generel rettesnor ved nye indsatser");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.WithdrawInitiative(body.Forum, body.Reason)));
}
