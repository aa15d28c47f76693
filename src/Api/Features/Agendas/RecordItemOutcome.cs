using FluentValidation;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../agenda/items/{item}/outcome: what the meeting made of it. What it means for an initiative is written with it.</summary>
internal static class RecordItemOutcome
{
    /// <param name="Text">The meeting's own words about an item that is about no initiative; demanded by decided and approved-with-remarks there.</param>
    /// <param name="ToMeeting">Demanded by postponed.</param>
    /// <param name="Reservations">Demanded by approved-with-reservations.</param>
    /// <param name="Remarks">Demanded by approved-with-remarks.</param>
    /// <param name="Reasons">Demanded by returned.</param>
    /// <param name="Track">Demanded by decided, of a deviation.</param>
    /// <param name="Reason">With a track; demanded when an escalation is sent further up.</param>
    /// <param name="Effect">Demanded by approved, of a deviation that is green again.</param>
    /// <param name="What">Demanded by remedy-agreed, as are who and due.</param>
    /// <param name="Question">Demanded by escalated, of a deviation, as is the recommendation.</param>
    /// <param name="Answer">Demanded by decided, of an escalation, as is the decision.</param>
    /// <param name="Amount">DKK, when the answer is money.</param>
    /// <param name="LessonsLearned">With the last approval of a closing.</param>
    public sealed record Body(
        AgendaOutcome Outcome,
        string? Text = null,
        string? ToMeeting = null,
        IReadOnlyList<Condition>? Reservations = null,
        IReadOnlyList<string>? Remarks = null,
        string? Reasons = null,
        DeviationTrack? Track = null,
        string? Reason = null,
        string? Effect = null,
        string? What = null,
        string? Who = null,
        DateOnly? Due = null,
        string? Question = null,
        string? Recommendation = null,
        DateOnly? DecisionBy = null,
        EscalationAnswer? Answer = null,
        string? Decision = null,
        decimal? Amount = null,
        string? LessonsLearned = null);

    /// <summary>What the commands cannot ask, because they do not hear of the outcome: that it has what makes it that outcome.</summary>
    internal sealed class Validator : AbstractValidator<Body>
    {
        public Validator()
        {
            RuleFor(b => b.Reservations).Must(r => r is { Count: > 0 }).When(b => b.Outcome is AgendaOutcome.ApprovedWithReservations)
                .WithState(_ => new Refusal("reservations-missing", "Skriv mindst ét forbehold, eller vælg et andet udfald.", "Write at least one reservation, or choose another outcome."));
            RuleFor(b => b.Remarks).Must(r => r is { Count: > 0 }).When(b => b.Outcome is AgendaOutcome.ApprovedWithRemarks && b.Text is null)
                .WithState(_ => new Refusal("remarks-missing", "Skriv mindst én bemærkning, eller vælg et andet udfald.", "Write at least one remark, or choose another outcome."));
            RuleFor(b => b.ToMeeting).NotEmpty().When(b => b.Outcome is AgendaOutcome.Postponed)
                .WithState(_ => new Refusal("to-meeting-missing", "Angiv det møde, der udskydes til.", "Name the meeting it is postponed to."));
        }
    }

    public static readonly Body Example = new(AgendaOutcome.ApprovedWithReservations, Reservations: [new("Økonomien præciseres", "aalborg", new(2023, 5, 1))]);

    public static Task<IResult> Handle([AsParameters] AgendaQuery query, string item, Body body, Desk desk) =>
        query.ChangeAsync(item, (agenda, found) => desk.PutAsync(OutcomeWishes.Of(agenda, found, body)));
}
