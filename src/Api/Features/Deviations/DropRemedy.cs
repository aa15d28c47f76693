using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>PUT .../remedies/{remedy}/dropping: the managing forum gives it up.</summary>
internal static class DropRemedy
{
    public sealed record Body(string Forum, string Reason);

    public static readonly Body Example = new("chefforum", "Stillingen blev besat");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int remedy, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.DropRemedy(remedy, body.Forum, body.Reason)));
}
