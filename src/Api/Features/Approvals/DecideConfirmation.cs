using FluentValidation;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Approvals;

/// <summary>PUT .../confirmations/{revision}/approvals/{forum}: what one forum of the chain made of a revision, one of five outcomes.</summary>
internal static class DecideConfirmation
{
    public enum ApprovalOutcome
    {
        Approved,
        ApprovedWithReservations,
        ApprovedWithRemarks,
        Returned,
        Postponed,
    }

    /// <param name="Reservations">Demanded by approved-with-reservations, and only there.</param>
    /// <param name="Remarks">Demanded by approved-with-remarks; may go with reservations.</param>
    /// <param name="Reasons">Demanded by returned.</param>
    /// <param name="ToMeeting">Meeting id, demanded by postponed.</param>
    /// <param name="Meeting">The meeting it was decided at; left out in a written procedure.</param>
    public sealed record Body(
        ApprovalOutcome Outcome,
        DecidedHow How = DecidedHow.Meeting,
        string? Meeting = null,
        IReadOnlyList<Condition>? Reservations = null,
        IReadOnlyList<string>? Remarks = null,
        string? Reasons = null,
        string? ToMeeting = null);

    internal sealed class Validator : AbstractValidator<Body>
    {
        public Validator()
        {
            RuleFor(b => b.Reservations).Must(r => r is { Count: > 0 }).When(b => b.Outcome is ApprovalOutcome.ApprovedWithReservations)
                .WithState(_ => new Refusal("reservations-missing", "Skriv mindst ét forbehold, eller vælg et andet udfald.", "Write at least one reservation, or choose another outcome."));
            RuleFor(b => b.Reservations).Must(r => r is null or { Count: 0 }).Unless(b => b.Outcome is ApprovalOutcome.ApprovedWithReservations)
                .WithState(_ => new Refusal("reservations-unexpected", "Forbehold hører kun til udfaldet approved-with-reservations.", "Reservations belong to the outcome approved-with-reservations alone."));
            RuleFor(b => b.Remarks).Must(r => r is { Count: > 0 }).When(b => b.Outcome is ApprovalOutcome.ApprovedWithRemarks)
                .WithState(_ => new Refusal("remarks-missing", "Skriv mindst én bemærkning, eller vælg et andet udfald.", "Write at least one remark, or choose another outcome."));
            RuleFor(b => b.Remarks).Must(r => r is null or { Count: 0 }).Unless(b => b.Outcome is ApprovalOutcome.ApprovedWithReservations or ApprovalOutcome.ApprovedWithRemarks)
                .WithState(_ => new Refusal("remarks-unexpected", "Bemærkninger hører kun til en godkendelse med forbehold eller bemærkninger.", "Remarks belong to an approval with reservations or remarks alone."));
            RuleFor(b => b.ToMeeting).NotEmpty().When(b => b.Outcome is ApprovalOutcome.Postponed)
                .WithState(_ => new Refusal("to-meeting-missing", "Angiv det møde, der udskydes til.", "Name the meeting it is postponed to."));
        }
    }

    public static readonly Body Example = new(ApprovalOutcome.ApprovedWithReservations, Meeting: "chefforum-2023-03-31", Reservations: [new("Økonomien præciseres", "aalborg", new(2023, 5, 1))]);

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int revision, string forum, Body body, Desk desk) =>
        desk.ChangeAsync(address.Wish(body.Outcome switch
        {
            ApprovalOutcome.Returned => new ReturnConfirmation(revision, forum, body.Reasons ?? "", body.How, body.Meeting),
            ApprovalOutcome.Postponed => new PostponeConfirmation(revision, forum, body.ToMeeting!, body.Meeting),
            _ => new ApproveConfirmation(revision, forum, body.Reservations ?? [], body.Remarks ?? [], body.How, body.Meeting),
        }));
}
