using FluentValidation;
using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Procedures;

/// <summary>PUT .../procedures/{procedure}/conclusion: what the forum decided, and what it means for the initiative, as for an item at a meeting.</summary>
internal static class ConcludeProcedure
{
    /// <param name="Decision">What a meeting would record of such an item.</param>
    /// <param name="EarlyBecause">Demanded before the deadline is over, while somebody has not answered.</param>
    public sealed record Body(RecordItemOutcome.Body Decision, string? EarlyBecause = null);

    internal sealed class Validator : AbstractValidator<Body>
    {
        public Validator() => RuleFor(b => b.Decision).SetValidator(new RecordItemOutcome.Validator());
    }

    public static readonly Body Example = new(RecordItemOutcome.Example, "Ansøgningsfristen er i dag.");

    public static Task<IResult> Handle([AsParameters] ProcedureQuery query, Body body, Desk desk) => query.ChangeAsync(found =>
        found.Forum is { } forum ? desk.PutAsync(OutcomeWishes.InWriting(found.Id, forum, found.Asked.Item, body.Decision, body.EarlyBecause)) : Task.FromResult(query.Missing()));
}
