using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// One thing that a document says happened to an initiative: the fact, less the numbers that its stream will give it
/// (they are 0 here), and less what follows from it by the domain's rules.
/// </summary>
/// <param name="At">When it happened; without an hour of its own, noon.</param>
/// <param name="About">The deed whose number it speaks of, in the same entry (a remedy's end, an escalation's answer); -1 for none.</param>
/// <param name="DayMatters">False when the document gave no day, so that any day agrees with it.</param>
/// <param name="Settles">True when an approval that completes the chain puts the terms in force; false when the document says so itself.</param>
/// <param name="Path">Where in the document.</param>
internal sealed record Deed(
    InitiativeEvent Fact,
    DateTimeOffset At,
    DateOnly Day,
    JsonPath Path,
    int About = -1,
    bool DayMatters = true,
    bool Settles = true)
{
    /// <summary>The order of things told of the same instant, which is the order of an initiative's life.</summary>
    public int Rank => Fact switch
    {
        InitiativeOrdered => 0,
        OrderRemarkAdded or OrderReservationAdded or SpecialAttentionAsked or SpecialAttentionEnded => 1,
        InitiativeRenamed or InitiativePlaced or InitiativeAbsorbed => 2,
        InterestStated or InterestWithdrawn => 3,
        OwnershipAssigned => 4,
        ConfirmationSubmitted => 5,
        ConfirmationApproved or ConfirmationReturned or ConfirmationPostponed => 6,
        TermsTookForce => 7,
        ReservationFulfilled => 8,
        InitiativeStarted => 9,
        WorkingGroupChanged => 10,
        InitiativeResumed => 11,
        StatusReported or StatusReconfirmed => 12,
        PatientInvolvementCommented => 13,
        DeviationTrackChosen => 14,
        RemedyAgreed => 15,
        RemedyDueMoved or RemedyDone or RemedyDropped => 16,
        EscalationRaised => 17,
        EscalationForwarded => 18,
        EscalationDecided => 19,
        EscalationAnswerNoted => 20,
        DeviationClosed => 21,
        InitiativePaused => 22,
        DeliveryClaimed => 23,
        DeliveryRejected => 24,
        ClosingApproved => 25,
        _ => 26,
    };
}
