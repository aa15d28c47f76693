using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations;

/// <summary>PUT .../escalations/{escalation}/decision: direction, money, re-plan, close, or sent back.</summary>
internal static class DecideEscalation
{
    /// <param name="Amount">DKK, when the answer is money.</param>
    public sealed record Body(string Forum, EscalationAnswer Answer, string Decision, DecidedHow How, decimal? Amount = null, string? Meeting = null);

    public static readonly Body Example = new("direktoerforum", EscalationAnswer.Money, "Rammen hæves", DecidedHow.Meeting, 60_000m, "direktoerforum-2023-10-02");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int escalation, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(new Domain.DecideEscalation(escalation, body.Forum, body.Answer, body.Decision, body.Amount, body.How, body.Meeting)));
}
