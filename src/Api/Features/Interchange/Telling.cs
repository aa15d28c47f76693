using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// From a deed to facts of the stream: gives it its numbers, and adds what follows by the domain's own rules (terms that
/// take force, a deviation that opens, worsens or eases). Purely; refuses what the stream so far makes impossible.
/// </summary>
internal static class Telling
{
    /// <param name="chain">The approving forums, in order.</param>
    /// <param name="about">The number of the remedy or escalation that the deed ends; 0 when it ends none.</param>
    public static Decision<InitiativeEvent> Tell(Initiative initiative, Deed deed, IReadOnlyList<string> chain, int about)
    {
        if (!initiative.Exists && deed.Fact is not InitiativeOrdered)
            return TellingErrors.NotOrdered();
        return deed.Fact switch
        {
            ConfirmationSubmitted e => e.Revision == initiative.Revision + 1 ? e : TellingErrors.RevisionOutOfSequence(initiative.Revision + 1),
            ConfirmationApproved e => Approval(initiative, e, chain, deed.Settles),
            ConfirmationReturned e => Awaits(initiative, e.Revision) ? e : TellingErrors.NothingAwaits(e.Revision),
            ConfirmationPostponed e => Awaits(initiative, e.Revision) ? e : TellingErrors.NothingAwaits(e.Revision),
            TermsTookForce e => Awaits(initiative, e.Revision) ? e : TellingErrors.NothingAwaits(e.Revision),
            StatusReported e => Status(initiative, e),
            StatusReconfirmed e => Reconfirmation(initiative, e),
            RemedyAgreed e => initiative.Deviation is { } open && (e.Deviation == 0 || e.Deviation == open.Number)
                ? e with { Deviation = open.Number, Remedy = initiative.Remedies + 1 }
                : TellingErrors.NoOpenDeviation(),
            RemedyDone e => OfOpenRemedy(initiative, about, e with { Remedy = about }),
            RemedyDueMoved e => OfOpenRemedy(initiative, e.Remedy, e),
            RemedyDropped e => OfOpenRemedy(initiative, e.Remedy, e),
            EscalationRaised e => initiative.Deviation is { } open && (e.Deviation == 0 || e.Deviation == open.Number)
                ? e with { Deviation = open.Number, Escalation = initiative.Escalations + 1 }
                : TellingErrors.NoOpenDeviation(),
            EscalationDecided e => OfOpenEscalation(initiative, about, e with { Escalation = about }),
            EscalationForwarded e => OfOpenEscalation(initiative, e.Escalation, e),
            EscalationAnswerNoted e => OfOpenEscalation(initiative, e.Escalation, e),
            DeviationTrackChosen e => e.Deviation == initiative.Deviation?.Number ? e : TellingErrors.NoOpenDeviation(),
            DeviationClosed e => e.Deviation == initiative.Deviation?.Number ? e : TellingErrors.NoOpenDeviation(),
            OrderReservationAdded e => e.Reservation == initiative.Reservations + 1 ? e : TellingErrors.ReservationOutOfSequence(initiative.Reservations + 1),
            ReservationFulfilled e => initiative.OpenReservations.Any(r => r.Reservation == e.Reservation) ? e : TellingErrors.NoOpenReservation(e.Reservation),
            PatientInvolvementCommented e => e.Status is null || e.Status <= initiative.Statuses ? e : TellingErrors.NoSuchStatus(e.Status.Value),
            InitiativeResumed e => initiative.Phase is Phase.Paused ? e : TellingErrors.NotPaused(),
            InitiativePaused e => initiative.HasEnded ? TellingErrors.HasEnded() : e,
            InitiativeStarted e => initiative.HasEnded ? TellingErrors.HasEnded() : e,
            var fact => fact,
        };
    }

    private static Decision<InitiativeEvent> Approval(Initiative initiative, ConfirmationApproved e, IReadOnlyList<string> chain, bool settles)
    {
        if (!Awaits(initiative, e.Revision))
            return TellingErrors.NothingAwaits(e.Revision);
        var approved = initiative.Pending!.Approvals.Select(a => a.Forum).ToList();
        if (approved.Contains(e.Forum))
            return TellingErrors.ApprovedTwice(e.Forum);
        if (settles && !chain.Contains(e.Forum))
            return TellingErrors.NotInChain(e.Forum);
        if (settles && chain.First(forum => !approved.Contains(forum)) is var next && next != e.Forum)
            return TellingErrors.ApprovalOutOfOrder(next);
        var number = initiative.Reservations;
        var told = e with { Reservations = [.. e.Reservations.Select(r => r with { Reservation = ++number })] };
        return settles && chain[^1] == e.Forum ? (InitiativeEvent[])[told, new TermsTookForce(e.Revision)] : told;
    }

    private static Decision<InitiativeEvent> Status(Initiative initiative, StatusReported e)
    {
        if (initiative.HasEnded)
            return TellingErrors.HasEnded();
        if (e.Corrects is { } corrected && (corrected < 1 || corrected > initiative.Statuses))
            return TellingErrors.NoSuchStatus(corrected);
        var told = e with { Status = initiative.Statuses + 1 };
        return (InitiativeEvent[])[.. Start(initiative), told, .. DeviationRule.After(initiative, told.Status, e.Content.Light)];
    }

    private static Decision<InitiativeEvent> Reconfirmation(Initiative initiative, StatusReconfirmed e) =>
        initiative.HasEnded ? TellingErrors.HasEnded()
        : e.Reconfirms != initiative.Status?.Posted ? TellingErrors.NoSuchStatus(e.Reconfirms)
        : e with { Status = initiative.Statuses + 1 };

    /// <summary>Who reported had started, even when nobody wrote down when or with whom.</summary>
    private static InitiativeEvent[] Start(Initiative initiative) =>
        initiative.Phase is Phase.Ordered or Phase.Anchored or Phase.AwaitingApproval or Phase.Approved ? [new InitiativeStarted([])] : [];

    private static bool Awaits(Initiative initiative, int revision) => initiative.Pending?.Revision == revision;

    private static Decision<InitiativeEvent> OfOpenRemedy(Initiative initiative, int remedy, InitiativeEvent fact) =>
        initiative.Remedy(remedy) is { State: RemedyState.Agreed } ? fact : TellingErrors.NoOpenRemedy();

    private static Decision<InitiativeEvent> OfOpenEscalation(Initiative initiative, int escalation, InitiativeEvent fact) =>
        initiative.Escalation(escalation) is not null ? fact : TellingErrors.NoOpenEscalation();
}
