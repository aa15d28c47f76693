using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../name: another name; the old one stays in the history.</summary>
internal static class RenameInitiative
{
    public sealed record Body(string Title, string Reason);

    public static readonly Body Example = new("Indsats for de 2 % mest komplekse borgere", "Kortere titel til mødematerialet");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.RenameInitiative(body.Title, body.Reason)));
}
