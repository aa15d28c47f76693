namespace Initiatives.Domain;

// Every fact about one initiative, in the order of its life. These shapes are stored: a change of shape is a new
// stored name with an upcaster (see StoredAs). Forums, organisations and people are ids; who recorded a fact, when,
// and on whose behalf stands in the event's metadata, not here. Numbers (status, deviation, remedy, escalation) count
// from 1 within the initiative. Long because it is the table of contents of everything that can happen.

/// <summary>A fact about one initiative.</summary>
public abstract record InitiativeEvent;

// ---- Ordered ----

/// <summary>The political level ordered it ("en bestilling på 15 forskellige indsatser").</summary>
/// <param name="Responsible">The organisation named in the order itself, before any ownership round.</param>
/// <param name="CarriesOn">What it grew out of: a split, a merge, an earlier plan; null when new.</param>
[StoredAs("initiative_ordered")]
public sealed record InitiativeOrdered(
    string Plan,
    int Number,
    string Title,
    string FocusArea,
    string Order,
    IReadOnlyList<string> Partners,
    string? FirstStep,
    string? Responsible,
    string? Involve,
    Origin? CarriesOn) : InitiativeEvent
{
    // By what is in the list, not by which list: the same order sent again is the same order.
    public bool Equals(InitiativeOrdered? other) =>
        other is not null
        && (Plan, Number, Title, FocusArea, Order) == (other.Plan, other.Number, other.Title, other.FocusArea, other.Order)
        && (FirstStep, Responsible, Involve, CarriesOn) == (other.FirstStep, other.Responsible, other.Involve, other.CarriesOn)
        && Partners.SequenceEqual(other.Partners);

    public override int GetHashCode() => HashCode.Combine(Plan, Number, Title);
}

/// <param name="Kind"><c>split</c>, <c>merge</c> or <c>earlier-plan</c>.</param>
public sealed record Origin(string Kind, string Plan, IReadOnlyList<int> Numbers)
{
    /// <summary>It goes on from a plan that ended.</summary>
    public const string EarlierPlan = "earlier-plan";

    public bool Equals(Origin? other) =>
        other is not null && Kind == other.Kind && Plan == other.Plan && Numbers.SequenceEqual(other.Numbers);

    public override int GetHashCode() => HashCode.Combine(Kind, Plan);
}

/// <summary>A note on the order that binds nobody.</summary>
[StoredAs("order_remark_added")]
public sealed record OrderRemarkAdded(string Forum, string Text) : InitiativeEvent;

/// <summary>A condition on the order that somebody must fulfil.</summary>
[StoredAs("order_reservation_added")]
public sealed record OrderReservationAdded(int Reservation, string Forum, string Text, string? Owner, DateOnly? Due) : InitiativeEvent;

/// <summary>Always in the political status from now on, whatever its light (initiative 10, Politisk Niveau 13 March 2023).</summary>
[StoredAs("special_attention_asked")]
public sealed record SpecialAttentionAsked(string? Forum, string Reason) : InitiativeEvent;

[StoredAs("special_attention_ended")]
public sealed record SpecialAttentionEnded(string? Forum, string Reason) : InitiativeEvent;

// ---- Anchored ----

public enum Interest
{
    Ownership,
    Participation,
}

/// <summary>An organisation stated its interest in the ownership round.</summary>
[StoredAs("interest_stated")]
public sealed record InterestStated(string Organisation, Interest Interest, string? Note) : InitiativeEvent;

[StoredAs("interest_withdrawn")]
public sealed record InterestWithdrawn(string Organisation) : InitiativeEvent;

/// <summary>Ownership is an organisation first, people by id as they are named; said again when it changes hands.</summary>
[StoredAs("ownership_assigned")]
public sealed record OwnershipAssigned(string Organisation, string? Owner, string? ProjectLead) : InitiativeEvent;

// ---- Order confirmation and approvals ----

/// <summary>Revision n of the delivery terms; 2 and up are re-plans and say why.</summary>
[StoredAs("confirmation_submitted")]
public sealed record ConfirmationSubmitted(int Revision, DeliveryTerms Terms, string? Reason) : InitiativeEvent;

public enum DecidedHow
{
    Meeting,
    WrittenProcedure,
}

/// <summary>A forum approved a revision. With reservations when there are any; with remarks when there are any.</summary>
/// <param name="Meeting">Meeting id, when decided at one.</param>
[StoredAs("confirmation_approved")]
public sealed record ConfirmationApproved(
    int Revision,
    string Forum,
    IReadOnlyList<ApprovalReservation> Reservations,
    IReadOnlyList<string> Remarks,
    DecidedHow How,
    string? Meeting) : InitiativeEvent;

/// <param name="Reservation">Numbered with the order's reservations, from 1 within the initiative.</param>
/// <param name="Owner">Person or organisation id.</param>
public sealed record ApprovalReservation(int Reservation, string Text, string? Owner, DateOnly? Due);

[StoredAs("confirmation_returned")]
public sealed record ConfirmationReturned(int Revision, string Forum, string Reasons, DecidedHow How, string? Meeting) : InitiativeEvent;

[StoredAs("confirmation_postponed")]
public sealed record ConfirmationPostponed(int Revision, string Forum, string ToMeeting, string? Meeting) : InitiativeEvent;

/// <summary>The last forum of the chain has approved: these terms are in force. The chain as it was that day decided it.</summary>
[StoredAs("terms_took_force")]
public sealed record TermsTookForce(int Revision) : InitiativeEvent;

[StoredAs("reservation_fulfilled")]
public sealed record ReservationFulfilled(int Reservation, string? Note) : InitiativeEvent;

/// <summary>The named members of the working group are recorded, and the work starts.</summary>
/// <param name="WorkingGroup">Person ids with the organisation each comes from.</param>
[StoredAs("initiative_started")]
public sealed record InitiativeStarted(IReadOnlyList<WorkingGroupMember> WorkingGroup) : InitiativeEvent;

public sealed record WorkingGroupMember(string Person, string Organisation);

[StoredAs("working_group_changed")]
public sealed record WorkingGroupChanged(IReadOnlyList<WorkingGroupMember> WorkingGroup) : InitiativeEvent;

// ---- Status ----

/// <summary>A posted judgement, never edited afterwards.</summary>
/// <param name="On">The date the status speaks of, in the cluster's time zone.</param>
/// <param name="Suggested">The light the tolerances suggested; null when imported.</param>
/// <param name="SuggestedBecause">Reason codes behind the suggestion, e.g. <c>end-late:over-2-months</c>.</param>
/// <param name="Round">The meeting whose round it answers; null when posted between rounds.</param>
/// <param name="Late">Posted after the round's due day ("efter frist").</param>
/// <param name="Corrects">The number of the status it corrects.</param>
[StoredAs("status_reported")]
public sealed record StatusReported(
    int Status,
    DateOnly On,
    StatusContent Content,
    TrafficLight? Suggested,
    IReadOnlyList<string> SuggestedBecause,
    string? Round,
    bool Late,
    int? Corrects) : InitiativeEvent;

/// <summary>"Uændret, gælder stadig": the last status, re-confirmed with a new date.</summary>
[StoredAs("status_reconfirmed")]
public sealed record StatusReconfirmed(int Status, DateOnly On, int Reconfirms, string? Round, bool Late) : InitiativeEvent;

/// <summary>A patient representative's comment on patient involvement.</summary>
[StoredAs("patient_involvement_commented")]
public sealed record PatientInvolvementCommented(int? Status, string Comment) : InitiativeEvent;

// ---- Deviation management ----

/// <summary>The first status that was not green.</summary>
[StoredAs("deviation_opened")]
public sealed record DeviationOpened(int Deviation, int Status, TrafficLight Light) : InitiativeEvent;

/// <summary>Yellow became red, or a case that had eased to green is yellow or red again.</summary>
[StoredAs("deviation_worsened")]
public sealed record DeviationWorsened(int Deviation, int Status, TrafficLight To) : InitiativeEvent;

/// <summary>Red became yellow, or the light became green: the case stays open until a forum closes it.</summary>
[StoredAs("deviation_eased")]
public sealed record DeviationEased(int Deviation, int Status, TrafficLight To) : InitiativeEvent;

/// <summary>Statens It-råd's three tracks.</summary>
public enum DeviationTrack
{
    BackToPlan,
    Replan,
    CloseInitiative,
}

[StoredAs("deviation_track_chosen")]
public sealed record DeviationTrackChosen(int Deviation, string Forum, DeviationTrack Track, string? Reason, string? Meeting) : InitiativeEvent;

/// <param name="Who">Organisation or person id.</param>
[StoredAs("remedy_agreed")]
public sealed record RemedyAgreed(int Deviation, int Remedy, string Forum, string What, string Who, DateOnly Due, string? Meeting) : InitiativeEvent;

[StoredAs("remedy_due_moved")]
public sealed record RemedyDueMoved(int Remedy, string Forum, DateOnly Due, string Reason) : InitiativeEvent;

/// <param name="On">The day it was done.</param>
[StoredAs("remedy_done")]
public sealed record RemedyDone(int Remedy, DateOnly On, string? Effect) : InitiativeEvent;

[StoredAs("remedy_dropped")]
public sealed record RemedyDropped(int Remedy, string Forum, string Reason) : InitiativeEvent;

/// <summary>A question and a recommendation, sent one forum up the chain.</summary>
[StoredAs("escalation_raised")]
public sealed record EscalationRaised(
    int Escalation,
    int Deviation,
    string From,
    string To,
    string Question,
    string Recommendation,
    DateOnly? DecisionBy,
    string? Meeting) : InitiativeEvent;

/// <summary>The deciding forum sent it further up.</summary>
[StoredAs("escalation_forwarded")]
public sealed record EscalationForwarded(int Escalation, string From, string To, string Reason, string? Meeting) : InitiativeEvent;

public enum EscalationAnswer
{
    Direction,
    Money,
    Replan,
    CloseInitiative,
    SentBack,
}

/// <summary>The answer, on its way back to the managing forum and the owner.</summary>
/// <param name="Amount">DKK, when the answer is money.</param>
[StoredAs("escalation_decided")]
public sealed record EscalationDecided(
    int Escalation,
    string Forum,
    EscalationAnswer Answer,
    string Decision,
    decimal? Amount,
    DecidedHow How,
    string? Meeting) : InitiativeEvent;

/// <summary>The managing forum has taken note of the answer ("Taget til efterretning"): its turn again.</summary>
[StoredAs("escalation_answer_noted")]
public sealed record EscalationAnswerNoted(int Escalation, string Forum, string? Meeting) : InitiativeEvent;

public enum DeviationClosing
{
    EffectConfirmed,
    AcceptedByReplan,
    InitiativeEnded,
}

/// <summary>Never closed silently: the managing forum confirmed the effect, or the deviation was accepted through a re-plan.</summary>
[StoredAs("deviation_closed")]
public sealed record DeviationClosed(int Deviation, string Forum, DeviationClosing Closing, string? Text, string? Meeting) : InitiativeEvent;

// ---- The rest of its life ----

/// <summary>No reminders while paused.</summary>
[StoredAs("initiative_paused")]
public sealed record InitiativePaused(string Reason, DateOnly? Until) : InitiativeEvent;

/// <param name="On">A full interval passes from this day before the next status is due.</param>
[StoredAs("initiative_resumed")]
public sealed record InitiativeResumed(DateOnly On, string? Note) : InitiativeEvent;

[StoredAs("initiative_withdrawn")]
public sealed record InitiativeWithdrawn(string Forum, string Reason) : InitiativeEvent;

/// <summary>The owner claims delivery, measured against the indicators.</summary>
[StoredAs("delivery_claimed")]
public sealed record DeliveryClaimed(DateOnly On, string Claim, IReadOnlyList<IndicatorReading> Readings) : InitiativeEvent;

/// <summary>A forum of the chain did not accept the claim: back in delivery.</summary>
[StoredAs("delivery_rejected")]
public sealed record DeliveryRejected(string Forum, string Reasons, string? Meeting) : InitiativeEvent;

/// <summary>One forum of the chain agreed to close.</summary>
[StoredAs("closing_approved")]
public sealed record ClosingApproved(string Forum, string Decision, DecidedHow How, string? Meeting) : InitiativeEvent;

/// <summary>The last forum of the chain agreed to close; with lessons learned.</summary>
[StoredAs("initiative_closed")]
public sealed record InitiativeClosed(DateOnly On, string Decision, string? LessonsLearned) : InitiativeEvent;

[StoredAs("initiative_renamed")]
public sealed record InitiativeRenamed(string From, string To, string Reason) : InitiativeEvent;

/// <summary>Ended by living on in another initiative of the same plan.</summary>
[StoredAs("initiative_merged")]
public sealed record InitiativeMerged(int Into, string Reason) : InitiativeEvent;

/// <summary>Another initiative of the same plan lives on in this one.</summary>
[StoredAs("initiative_absorbed")]
public sealed record InitiativeAbsorbed(int From, string Title, string Reason) : InitiativeEvent;

/// <summary>Ended by living on in several.</summary>
[StoredAs("initiative_split")]
public sealed record InitiativeSplit(IReadOnlyList<int> Into, string Reason) : InitiativeEvent;

/// <summary>Moved to another focus area or given other partners; the order's own words stay as they were.</summary>
[StoredAs("initiative_placed")]
public sealed record InitiativePlaced(string FocusArea, IReadOnlyList<string> Partners) : InitiativeEvent;

/// <summary>Ended by being carried over into the plan that takes over. Neither delivered nor closed.</summary>
/// <param name="Number">In the new plan.</param>
[StoredAs("initiative_carried_over")]
public sealed record InitiativeCarriedOver(string Forum, string Plan, int Number, string Reason) : InitiativeEvent;
