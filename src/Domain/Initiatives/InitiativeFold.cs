namespace Initiatives.Domain;

/// <summary>From one state to the next: total over all facts, and tolerant of what an imported history leaves out.</summary>
internal static class InitiativeFold
{
    public static Initiative After(Initiative i, InitiativeEvent @event) => @event switch
    {
        InitiativeOrdered e => i with { Plan = e.Plan, Number = e.Number, Phase = Phase.Ordered, Title = e.Title, FocusArea = e.FocusArea, Partners = e.Partners, Order = e },
        OrderRemarkAdded e => i with { LastRemark = e },
        OrderReservationAdded e => Reserved(i, new OpenReservation(e.Reservation, e.Forum, e.Text, e.Owner, e.Due)),
        SpecialAttentionAsked => i with { SpecialAttention = true },
        SpecialAttentionEnded => i with { SpecialAttention = false },

        InterestStated e => i with { Interests = [.. i.Interests.Where(s => s.Organisation != e.Organisation), e] },
        InterestWithdrawn e => i with { Interests = [.. i.Interests.Where(s => s.Organisation != e.Organisation)] },
        OwnershipAssigned e => i with { Ownership = e, Phase = i.Phase is Phase.Ordered ? Phase.Anchored : i.Phase },

        ConfirmationSubmitted e => i with
        {
            Revision = e.Revision,
            Pending = new Confirmation(e.Revision, e.Terms, e.Reason, [], null),
            Returned = null,
            Phase = i.InForce is null && BeforeDelivery(i.Phase) ? Phase.AwaitingApproval : i.Phase,
        },
        ConfirmationApproved e => e.Reservations.Aggregate(
            i with { Pending = i.Pending is { } p ? p with { Approvals = [.. p.Approvals, e], Postponed = null } : null },
            (state, r) => Reserved(state, new OpenReservation(r.Reservation, e.Forum, r.Text, r.Owner, r.Due))),
        ConfirmationReturned e => i with
        {
            Pending = null,
            Returned = e,
            Phase = i.Phase is Phase.AwaitingApproval ? Phase.Anchored : i.Phase,
        },
        ConfirmationPostponed e => i with { Pending = i.Pending is { } p ? p with { Postponed = e } : null },
        TermsTookForce => i with
        {
            InForce = i.Pending ?? i.InForce,
            Pending = null,
            Phase = BeforeDelivery(i.Phase) ? Phase.Approved : i.Phase,
        },
        ReservationFulfilled e => i with { OpenReservations = [.. i.OpenReservations.Where(r => r.Reservation != e.Reservation)] },
        InitiativeStarted e => i with { WorkingGroup = e.WorkingGroup, Phase = Phase.InDelivery },
        WorkingGroupChanged e => i with { WorkingGroup = e.WorkingGroup },

        StatusReported e => i with { Statuses = e.Status, Status = new LastStatus(e.Status, e.Status, e.On, e.Content, e.Corrects) },
        StatusReconfirmed e => i with { Statuses = e.Status, Status = i.Status is { } s ? s with { Number = e.Status, On = e.On, Corrects = null } : null },
        PatientInvolvementCommented e => i with { LastComment = e },

        DeviationOpened e => i with { Deviations = e.Deviation, Deviation = Lit(new OpenDeviation(e.Deviation, e.Light, SaidOn(i), null, false, null, []), e.Light, SaidOn(i)) },
        DeviationWorsened e => i with { Deviation = i.Deviation is { } d ? Lit(d with { Answered = false }, e.To, SaidOn(i)) : null },
        DeviationEased e => i with { Deviation = i.Deviation is { } d ? Lit(d, e.To, SaidOn(i)) : null },
        DeviationTrackChosen e => i with { Deviation = i.Deviation is { } d ? d with { Track = e } : null },
        RemedyAgreed e => i with
        {
            Remedies = e.Remedy,
            Deviation = i.Deviation is { } d ? d with { Remedies = [.. d.Remedies, new Remedy(e.Remedy, e.What, e.Who, e.Due, RemedyState.Agreed)] } : null,
        },
        RemedyDueMoved e => Remedied(i, e.Remedy, r => r with { Due = e.Due }),
        RemedyDone e => Remedied(i, e.Remedy, r => r with { State = RemedyState.Done }),
        RemedyDropped e => Remedied(i, e.Remedy, r => r with { State = RemedyState.Dropped }),
        EscalationRaised e => i with
        {
            Escalations = e.Escalation,
            OpenEscalations = [.. i.OpenEscalations, new OpenEscalation(e.Escalation, e.Deviation, e.From, e.To, e.Question, e.Recommendation, e.DecisionBy, null, null)],
        },
        EscalationForwarded e => Escalated(i, e.Escalation, o => o with { With = e.To, ForwardedBy = e.From }),
        EscalationDecided e => Escalated(i, e.Escalation, o => o with { Answer = e }) with
        {
            Deviation = i.Deviation is { } d && i.Escalation(e.Escalation)?.Deviation == d.Number ? d with { Answered = true } : i.Deviation,
        },
        EscalationAnswerNoted e => i with { OpenEscalations = [.. i.OpenEscalations.Where(o => o.Number != e.Escalation)] },
        DeviationClosed => i with { Deviation = null },

        InitiativePaused e => i with { Pause = e, Phase = Phase.Paused },
        InitiativeResumed => i with { Pause = null, Phase = Phase.InDelivery },
        InitiativeWithdrawn => Ended(i, Phase.Withdrawn, EndingKind.Withdrawn, []),
        DeliveryClaimed e => i with { Claim = new ClaimedDelivery(e, []), Rejection = null, Phase = Phase.Delivered },
        DeliveryRejected e => i with { Claim = null, Rejection = e, Phase = Phase.InDelivery },
        ClosingApproved e => i with { Claim = i.Claim is { } c ? c with { Approvals = [.. c.Approvals, e] } : null },
        InitiativeClosed => Ended(i, Phase.Closed, EndingKind.Closed, []),
        InitiativeRenamed e => i with { Title = e.To },
        InitiativeMerged e => Ended(i, Phase.Withdrawn, EndingKind.Merged, [e.Into]),
        InitiativeAbsorbed e => i with { Absorbed = [.. i.Absorbed, e.From] },
        InitiativeSplit e => Ended(i, Phase.Withdrawn, EndingKind.Split, e.Into),
        InitiativeCarriedOver e => Ended(i, Phase.CarriedOver, EndingKind.CarriedOver, [e.Number]),
        InitiativePlaced e => i with { FocusArea = e.FocusArea, Partners = e.Partners },

        _ => throw new InvalidOperationException($"{@event.GetType().Name} has no fold in Initiative."),
    };

    private static bool BeforeDelivery(Phase phase) => phase is Phase.Ordered or Phase.Anchored or Phase.AwaitingApproval or Phase.Approved;

    private static Initiative Reserved(Initiative i, OpenReservation reservation) =>
        i with { Reservations = reservation.Reservation, OpenReservations = [.. i.OpenReservations, reservation] };

    /// <summary>A deviation's fact follows its status in the same append, so the status says when.</summary>
    private static DateOnly SaidOn(Initiative i) => i.Status?.On ?? default;

    private static OpenDeviation Lit(OpenDeviation deviation, TrafficLight light, DateOnly on) =>
        deviation with { Light = light, RedSince = light is TrafficLight.Red ? deviation.RedSince ?? on : null };

    private static Initiative Remedied(Initiative i, int remedy, Func<Remedy, Remedy> change) =>
        i.Deviation is { } d
            ? i with { Deviation = d with { Remedies = [.. d.Remedies.Select(r => r.Number == remedy ? change(r) : r)] } }
            : i;

    private static Initiative Escalated(Initiative i, int escalation, Func<OpenEscalation, OpenEscalation> change) =>
        i with { OpenEscalations = [.. i.OpenEscalations.Select(o => o.Number == escalation ? change(o) : o)] };

    private static Initiative Ended(Initiative i, Phase phase, EndingKind kind, IReadOnlyList<int> into) =>
        i with { Phase = phase, Ending = new Ending(kind, into), Pending = null, Pause = null, Deviation = null, OpenEscalations = [] };
}
