using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>PUT .../resumption: the work goes on; a full interval passes before the next status is due.</summary>
internal static class ResumeInitiative
{
    public sealed record Body(string? Note = null);

    public static readonly Body Example = new("Sundhedsaftalen er på plads");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.ResumeInitiative(body.Note)));
}
