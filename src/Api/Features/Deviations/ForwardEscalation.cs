using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>PUT .../escalations/{escalation}/forwarding: the forum that has it sends it one further up.</summary>
internal static class ForwardEscalation
{
    public sealed record Body(string Forum, string Reason, string? Meeting = null);

    public static readonly Body Example = new("direktoerforum", "Beløbet ligger ud over Direktørforums ramme", "direktoerforum-2023-10-02");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int escalation, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.ForwardEscalation(escalation, body.Forum, body.Reason, body.Meeting)));
}
