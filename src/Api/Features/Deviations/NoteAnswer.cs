using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>PUT .../escalations/{escalation}/answer-noted: "Taget til efterretning"; the managing forum's turn again.</summary>
internal static class NoteAnswer
{
    public sealed record Body(string Forum, string? Meeting = null);

    public static readonly Body Example = new("chefforum", "chefforum-2023-10-30");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int escalation, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.NoteAnswer(escalation, body.Forum, body.Meeting)));
}
