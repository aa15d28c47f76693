using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>POST .../deviations/{deviation}/escalations: a question and a recommendation, one forum up the chain.</summary>
internal static class RaiseEscalation
{
    public sealed record Body(string From, string To, string Question, string Recommendation, DateOnly? DecisionBy = null, string? Meeting = null);

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int deviation, Body body, Desk desk) =>
        desk.AddAsync(address.Located, address.Wish(new Domain.RaiseEscalation(deviation, body.From, body.To, body.Question, body.Recommendation, body.DecisionBy, body.Meeting)));
}
