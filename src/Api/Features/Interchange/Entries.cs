using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

// The public format initiatives/plan@1, one record per entry of its lists: a parameter's name in camelCase is the field's
// name, a type that allows null is a field that may be left out, a list left out is empty. EntryReader reads exactly what
// stands here, docs/initiatives-plan-1.schema.json says the same to others, and a test holds the two together.
// "recorded" is the instant at which a fact was recorded; left out, it counts as noon on its day.
// Long because it is the whole format in one place.

/// <summary>The lists of a document; <c>format</c> and <c>note</c> stand beside them.</summary>
internal enum EntryList
{
    Cluster,
    People,
    Organisations,
    Forums,
    Distribution,
    Meetings,
    Plan,
    Initiatives,
    NotCarried,
    Confirmations,
    Statuses,
    Remedies,
    Escalations,
    Events,
}

internal sealed record ClusterEntry(
    [property: Id] string Id,
    [property: Short] string Name,
    [property: Short] string? Region,
    [property: Short] string? Language,
    [property: Short] string? TimeZone,
    bool? ExampleData,
    Tolerances? Tolerances);

/// <summary>Someone named by id elsewhere in the document. Kept in the register of people, never in the log.</summary>
/// <param name="Name">Left out when the person has been forgotten.</param>
internal sealed record PersonEntry(
    [property: Id] string Id,
    [property: Short] string? Name,
    [property: Short] string? Title,
    [property: Refers(RefKind.Organisation)] string? Organisation,
    [property: Short] string? Mail,
    [property: Short] string? Language,
    IReadOnlyList<SeatEntry>? Seats);

internal sealed record SeatEntry([property: Refers(RefKind.Forum)] string Forum, ForumRole Role);

internal sealed record OrganisationEntry([property: Id] string Id, [property: Short] string Name, [property: Id] string Kind);

internal sealed record ForumEntry(
    [property: Id] string Id,
    [property: Short] string Name,
    IReadOnlyList<ForumDuty> Duties,
    [property: Refers(RefKind.Forum)] string? EscalatesTo,
    RhythmEntry? Rhythm);

/// <summary>What is left out is as <see cref="Rhythm.Default"/> has it.</summary>
internal sealed record RhythmEntry(
    int? OpensDaysBefore,
    int? DeadlineDaysBefore,
    int? ReminderWorkingDaysBefore,
    int? PackDaysBefore,
    int? Hour,
    bool? MonthlyDashboard);

internal sealed record DistributionEntry(
    [property: Refers(RefKind.Forum)] string MinutesOf,
    [property: Refers(RefKind.Forum)] IReadOnlyList<string> SentTo);

/// <param name="Id">Left out: forum and date.</param>
/// <param name="SetOn">The day its date was set; left out: in good time.</param>
/// <param name="DueBeforeMove">The due day of its round that was over before it moved.</param>
/// <param name="Cancelled">Why.</param>
internal sealed record MeetingEntry(
    [property: Id] string? Id,
    [property: Refers(RefKind.Forum)] string Forum,
    DateOnly Date,
    TimeOnly? Start,
    TimeOnly? End,
    [property: Short] string? Place,
    bool? Extraordinary,
    DateOnly? MovedFrom,
    DateOnly? SetOn,
    DateOnly? DueBeforeMove,
    string? Cancelled,
    bool? WrittenStatusInstead,
    RoundEntry? Round)
{
    public string Key => Id ?? MeetingId(Forum, Date);

    public static string MeetingId(string forum, DateOnly date) => FormattableString.Invariant($"{forum}-{date:yyyy-MM-dd}");
}

/// <param name="Missing">Left out while the round is open.</param>
internal sealed record RoundEntry(DateOnly Opened, DateOnly Due, IReadOnlyList<int> Expected, DateOnly? Closed, IReadOnlyList<int>? Missing);

internal sealed record PlanEntry(
    [property: Id] string Id,
    [property: Short] string Title,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<FocusAreaEntry> FocusAreas,
    IReadOnlyList<PlanApprovalEntry> Approvals,
    PlanClosedEntry? Closed);

internal sealed record FocusAreaEntry([property: Id] string Id, [property: Short] string Name);

internal sealed record PlanApprovalEntry(
    [property: Refers(RefKind.Forum)] string Forum,
    DateOnly Date,
    [property: OrText] IReadOnlyList<ReservationEntry> Reservations,
    IReadOnlyList<string> Remarks,
    [property: Refers(RefKind.Meeting)] string? Meeting);

internal sealed record PlanClosedEntry(
    [property: Refers(RefKind.Forum)] string By,
    DateOnly Date,
    string Decision,
    [property: Id] string? SuccessorPlan);

/// <summary>A condition; in the document also as its text alone.</summary>
/// <param name="Fulfilled">The day it was, of a plan's reservation; an initiative's stands in <c>events</c>.</param>
internal sealed record ReservationEntry(
    string Text,
    [property: Refers(RefKind.Party)] string? Owner,
    DateOnly? Due,
    DateOnly? Fulfilled,
    string? FulfilledNote);

/// <param name="Ordered">The day of the order; left out: the day the forum that places orders approved the plan, or its first day.</param>
/// <param name="Attention">Why it is under special attention from the start.</param>
internal sealed record InitiativeEntry(
    int Number,
    [property: Refers(RefKind.FocusArea)] string FocusArea,
    [property: Short] string Title,
    string Order,
    [property: Refers(RefKind.Organisation)] IReadOnlyList<string> Partners,
    string? Attention,
    string? FirstStep,
    [property: Refers(RefKind.Organisation)] string? Responsible,
    string? Involve,
    DateOnly? Ordered,
    DateTimeOffset? Recorded,
    OriginEntry? CarriesOn,
    ClosedEntry? Closed);

internal sealed record OriginEntry([property: Id] string Kind, [property: Id] string Plan, IReadOnlyList<int> Numbers);

internal sealed record ClosedEntry([property: Refers(RefKind.Forum)] string By, DateOnly Date, string Decision, string? LessonsLearned, DateTimeOffset? Recorded);

internal sealed record NotCarriedEntry([property: Short] string Title, string Reason);

/// <param name="InForce">The day its terms took force; left out: the day the last forum of the chain approved it.</param>
internal sealed record ConfirmationEntry(
    int Initiative,
    int Revision,
    DateOnly Submitted,
    string? Reason,
    string? Deliverable,
    FrameEntry? Frame,
    DateOnly? Start,
    DateOnly? End,
    IReadOnlyList<MilestoneEntry> Milestones,
    IReadOnlyList<ResourceEntry> Resources,
    IReadOnlyList<IndicatorEntry> Indicators,
    InvolvementEntry? PatientInvolvement,
    IReadOnlyList<string> Assumptions,
    IReadOnlyList<string> SupplierReservations,
    IReadOnlyList<ApprovalEntry> Approvals,
    DateOnly? InForce,
    DateTimeOffset? Recorded);

/// <param name="Currency">ISO 4217; only DKK is kept.</param>
internal sealed record FrameEntry([property: NotNegative] decimal Amount, [property: Short] string? Currency, IReadOnlyList<ShareEntry> Shares);

internal sealed record ShareEntry(int Year, [property: Refers(RefKind.Organisation)] string Payer, [property: NotNegative] decimal Amount);

internal sealed record MilestoneEntry([property: Short] string Name, DateOnly Due);

internal sealed record ResourceEntry([property: Refers(RefKind.Organisation)] string Organisation, string Text);

internal sealed record IndicatorEntry(
    [property: Id] string Id,
    [property: Short] string Name,
    [property: Short] string Unit,
    decimal? Baseline,
    decimal? Target,
    IndicatorDirection Direction,
    [property: NotNegative] decimal? Tolerance,
    DateOnly? Due);

internal sealed record InvolvementEntry(bool Relevant, string? Text);

internal enum ApprovalOutcome
{
    Approved,
    ApprovedWithReservations,
    ApprovedWithRemarks,
    Returned,
    Postponed,
}

/// <param name="How">Left out: at a meeting.</param>
/// <param name="Meeting">Left out: the forum's meeting on that date, if there is one.</param>
/// <param name="Reasons">Why it was returned.</param>
/// <param name="ToMeeting">The meeting it was postponed to.</param>
internal sealed record ApprovalEntry(
    [property: Refers(RefKind.Forum)] string Forum,
    DateOnly Date,
    ApprovalOutcome Outcome,
    [property: OrText] IReadOnlyList<ReservationEntry> Reservations,
    IReadOnlyList<string> Remarks,
    string? Reasons,
    [property: Refers(RefKind.Meeting)] string? ToMeeting,
    DecidedHow? How,
    [property: Refers(RefKind.Meeting)] string? Meeting,
    DateTimeOffset? Recorded);

/// <param name="Corrects">The status it stands instead of; an initiative's statuses count from 1 in the order of their days.</param>
/// <param name="Reconfirms">The status whose words still stand; then only date, round and late are told.</param>
internal sealed record StatusEntry(
    int Initiative,
    DateOnly Date,
    TrafficLight? Light,
    string? Progress,
    string? NextStep,
    DimensionsEntry? Dimensions,
    DeviationEntry? Deviation,
    ForecastEntry? Forecast,
    IReadOnlyList<ReadingEntry> Indicators,
    InvolvementEntry? PatientInvolvement,
    string? OverrideReason,
    TrafficLight? Suggested,
    [property: Short] IReadOnlyList<string> SuggestedBecause,
    [property: Refers(RefKind.Meeting)] string? Round,
    bool? Late,
    int? Corrects,
    int? Reconfirms,
    DateTimeOffset? Recorded);

internal sealed record DimensionsEntry(TrafficLight Time, TrafficLight Economy, TrafficLight Resources, TrafficLight Deliverable);

internal sealed record DeviationEntry(
    string? Cause,
    string? Consequence,
    string? Options,
    string? Remedy,
    string? DecisionWanted,
    [property: Refers(RefKind.Forum)] string? DecisionFrom,
    DateOnly? DecisionBy);

internal sealed record ForecastEntry(DateOnly? End, [property: NotNegative] decimal? Cost);

internal sealed record ReadingEntry([property: Id] string Id, decimal Value, DateOnly Measured);

/// <param name="Deviation">The case's number; left out: the one open on that day.</param>
internal sealed record RemedyEntry(
    int Initiative,
    DateOnly Agreed,
    [property: Refers(RefKind.Forum)] string Forum,
    string What,
    [property: Refers(RefKind.Party)] string Who,
    DateOnly Due,
    DateOnly? Done,
    string? Effect,
    int? Deviation,
    [property: Refers(RefKind.Meeting)] string? Meeting,
    DateTimeOffset? Recorded,
    DateTimeOffset? DoneRecorded);

/// <param name="To">Left out: the forum that <paramref name="From"/> escalates to.</param>
/// <param name="DecidedBy">Left out: <paramref name="To"/>.</param>
/// <param name="Answer">Left out: direction.</param>
internal sealed record EscalationEntry(
    int Initiative,
    [property: Refers(RefKind.Forum)] string From,
    [property: Refers(RefKind.Forum)] string? To,
    DateOnly Raised,
    string Question,
    string Recommendation,
    DateOnly? DecisionBy,
    DateOnly? Decided,
    string? Decision,
    EscalationAnswer? Answer,
    [property: NotNegative] decimal? Amount,
    [property: Refers(RefKind.Forum)] string? DecidedBy,
    DecidedHow? How,
    [property: Refers(RefKind.Meeting)] string? DecidedMeeting,
    int? Deviation,
    [property: Refers(RefKind.Meeting)] string? Meeting,
    DateTimeOffset? Recorded,
    DateTimeOffset? DecidedRecorded);
