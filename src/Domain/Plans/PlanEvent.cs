namespace Initiatives.Domain;

/// <summary>A fact about an action plan (handleplan).</summary>
public abstract record PlanEvent;

[StoredAs("plan_drawn_up")]
public sealed record PlanDrawnUp(string Id, string Title, DateOnly From, DateOnly To, IReadOnlyList<FocusArea> FocusAreas) : PlanEvent;

public sealed record FocusArea(string Id, string Name);

/// <summary>Another title, period or set of focus areas.</summary>
[StoredAs("plan_revised")]
public sealed record PlanRevised(string Title, DateOnly From, DateOnly To, IReadOnlyList<FocusArea> FocusAreas, string? Reason) : PlanEvent;

/// <summary>An initiative got its number in the plan.</summary>
[StoredAs("initiative_listed")]
public sealed record InitiativeListed(int Number) : PlanEvent;

/// <param name="Reservations">Conditions, numbered from 1 within the plan.</param>
[StoredAs("plan_approved")]
public sealed record PlanApproved(string Forum, DateOnly On, IReadOnlyList<ApprovalReservation> Reservations, IReadOnlyList<string> Remarks, string? Meeting) : PlanEvent;

[StoredAs("plan_reservation_fulfilled")]
public sealed record PlanReservationFulfilled(int Reservation, string? Note) : PlanEvent;

/// <summary>Considered for the plan, and not carried over as an initiative of its own.</summary>
[StoredAs("initiative_not_carried")]
public sealed record InitiativeNotCarried(string Title, string Reason) : PlanEvent;

/// <summary>What was learned from the plan as a whole; what each initiative taught stands with its own closing.</summary>
[StoredAs("plan_lessons_recorded")]
public sealed record PlanLessonsRecorded(string Forum, string Lessons) : PlanEvent;

[StoredAs("plan_closed")]
public sealed record PlanClosed(DateOnly On, string Forum, string Decision, string? SuccessorPlan) : PlanEvent;
