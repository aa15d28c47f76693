using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>
/// One initiative with its whole history, folded from its stream: what its page, its sheet, the packs and the export
/// read. Nothing is left out and nothing is judged here.
/// </summary>
public sealed record InitiativeRecord(
    InitiativeCard Card,
    Told<InitiativeOrdered>? Order,
    IReadOnlyList<Told<InitiativeEvent>> OrderNotes,
    IReadOnlyList<Confirmation> Confirmations,
    IReadOnlyList<WorkingGroupMember> WorkingGroup,
    IReadOnlyList<Status> Statuses,
    IReadOnlyList<Deviation> Deviations,
    IReadOnlyList<ReservationRecord> Reservations,
    IReadOnlyList<Told<InitiativeEvent>> Events)
{
    public static InitiativeRecord Empty { get; } = new(InitiativeCard.Empty, null, [], [], [], [], [], [], []);

    /// <summary>The status that speaks now: the newest one, where a re-confirmation speaks with the words it re-confirmed.</summary>
    public Status? Latest => Statuses.Count == 0 ? null : Statuses[^1];

    /// <summary>The terms in force; null until a revision has been approved by the whole chain.</summary>
    public Confirmation? InForce => Confirmations.LastOrDefault(c => c.InForceSince is not null);

    /// <summary>The first terms that took force.</summary>
    public Confirmation? FirstApproved => Confirmations.FirstOrDefault(c => c.InForceSince is not null);

    /// <summary>The revision that awaits approval; null when none does.</summary>
    public Confirmation? Awaiting =>
        Confirmations.Count > 0 && Confirmations[^1] is { InForceSince: null, IsReturned: false } last ? last : null;

    /// <summary>Folds a stream.</summary>
    public static InitiativeRecord Of(IEnumerable<(InitiativeEvent Event, Stamp Stamp)> stream)
    {
        var builder = new InitiativeRecordBuilder();
        foreach (var (@event, stamp) in stream)
            builder.Add(@event, stamp);
        return builder.Build();
    }
}

/// <summary>A fact with who told it, and when.</summary>
public sealed record Told<T>(T Fact, Stamp Stamp);

/// <summary>One revision of the delivery terms, and what each forum made of it.</summary>
/// <param name="InForceSince">The day the last forum of the chain approved it; null before.</param>
public sealed record Confirmation(
    int Revision,
    DeliveryTerms Terms,
    string? Reason,
    Stamp Submitted,
    IReadOnlyList<Told<InitiativeEvent>> Outcomes,
    DateOnly? InForceSince)
{
    public bool IsReturned => Outcomes.Any(o => o.Fact is ConfirmationReturned);

    /// <summary>The forums that have approved it, in the order they did.</summary>
    public IEnumerable<string> ApprovedBy => Outcomes.Select(o => o.Fact).OfType<ConfirmationApproved>().Select(a => a.Forum);
}

/// <summary>One posted status. <paramref name="Content"/> is the words re-confirmed when <paramref name="Reconfirms"/> is set.</summary>
public sealed record Status(
    int Number,
    DateOnly On,
    StatusContent Content,
    TrafficLight? Suggested,
    IReadOnlyList<string> SuggestedBecause,
    string? Round,
    bool Late,
    int? Corrects,
    int? Reconfirms,
    int? CorrectedBy,
    Stamp Stamp);

/// <summary>A reservation on the order or on an approval: a condition with an owner, a due date, and in the end a note that it is fulfilled.</summary>
public sealed record ReservationRecord(int Number, string Forum, string Text, string? Owner, DateOnly? Due, Stamp Made, Told<ReservationFulfilled>? Fulfilled);

/// <summary>A case, from the first status that was not green until a forum closed it.</summary>
public sealed record Deviation(
    int Number,
    DateOnly Since,
    TrafficLight Light,
    IReadOnlyList<Told<InitiativeEvent>> Turns,
    Told<DeviationTrackChosen>? Track,
    IReadOnlyList<Remedy> Remedies,
    IReadOnlyList<Escalation> Escalations,
    Told<DeviationClosed>? Closed)
{
    public bool IsOpen => Closed is null;

    /// <summary>The escalation that still waits for an answer, or whose answer is not noted yet.</summary>
    public Escalation? OpenEscalation => Escalations.LastOrDefault(e => e.Noted is null);
}

/// <param name="Due">The due day in force; <paramref name="Agreed"/> keeps the first.</param>
public sealed record Remedy(int Number, Told<RemedyAgreed> Agreed, DateOnly Due, Told<RemedyDone>? Done, Told<RemedyDropped>? Dropped)
{
    public bool IsOpen => Done is null && Dropped is null;

    /// <summary>Overdue from the day after it was due.</summary>
    public bool IsOverdue(DateOnly day) => IsOpen && Due < day;
}

/// <param name="AtForum">The forum that has it now.</param>
public sealed record Escalation(
    int Number,
    Told<EscalationRaised> Raised,
    IReadOnlyList<Told<EscalationForwarded>> Forwarded,
    string AtForum,
    Told<EscalationDecided>? Decided,
    Told<EscalationAnswerNoted>? Noted);
