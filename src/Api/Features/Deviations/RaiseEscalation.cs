using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>POST .../deviations/{deviation}/escalations: a question and a recommendation, one forum up the chain.</summary>
internal static class RaiseEscalation
{
    public sealed record Body(string From, string To, string Question, string Recommendation, DateOnly? DecisionBy = null, string? Meeting = null);

    public static readonly Body Example = new("chefforum", "direktoerforum", "Kan rammen hæves med 60.000 kr.?", "Chefforum anbefaler, at rammen hæves", new(2023, 10, 2), "chefforum-2023-08-30");

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int deviation, Body body, Desk desk) =>
        desk.AddAsync(address.Located, address.Wish(new Domain.RaiseEscalation(deviation, body.From, body.To, body.Question, body.Recommendation, body.DecisionBy, body.Meeting)));
}
