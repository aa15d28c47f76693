using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using Confirmation = Initiatives.Reporting.Record.Confirmation;

namespace Initiatives.Api.Features.Approvals;

/// <summary>What the list of approvals shows.</summary>
/// <param name="Mine">Those that the reader can decide on now, longest waiting first.</param>
/// <param name="Others">Those that another forum must decide on first.</param>
/// <param name="Reservations">Open across the plan, those due first.</param>
/// <param name="Names">Shows an id as a name.</param>
public sealed record ApprovalsView(
    Frame Frame,
    IReadOnlyList<AwaitingApproval> Mine,
    IReadOnlyList<AwaitingApproval> Others,
    IReadOnlyList<OpenReservationRow> Reservations,
    DateOnly Today,
    Func<string?, string> Names);

/// <summary>A revision that awaits a forum.</summary>
/// <param name="Turn">The forum that must decide now.</param>
/// <param name="Since">The day it came to that forum.</param>
/// <param name="Meeting">The meeting it is expected at: the one it was postponed to, or the forum's next.</param>
/// <param name="Later">Forums of the reader's that decide after <paramref name="Turn"/>.</param>
public sealed record AwaitingApproval(InitiativeCard Card, Confirmation Confirmation, Forum Turn, DateOnly Since, Meeting? Meeting, bool Postponed, IReadOnlyList<string> Later)
{
    /// <returns>Null when nothing of the initiative awaits a forum.</returns>
    public static AwaitingApproval? Of(InitiativeRecord record, PageVisit visit)
    {
        var (cluster, calendar) = (visit.Standing.Cluster, visit.Standing.Calendar);
        if (record.Awaiting is not { } awaiting || cluster.ApprovalChain.FirstOrDefault(f => !awaiting.ApprovedBy.Contains(f.Id)) is not { } turn) return null;
        var postponed = awaiting.Outcomes is [.., { Fact: ConfirmationPostponed last }] ? calendar.Find(last.ToMeeting) : null;
        return new(
            record.Card,
            awaiting,
            turn,
            awaiting.Outcomes.LastOrDefault(o => o.Fact is ConfirmationApproved)?.Stamp.On ?? awaiting.Submitted.On,
            postponed is { IsCancelled: false } ? postponed : calendar.Next(turn.Id, visit.Day),
            postponed is { IsCancelled: false },
            [.. cluster.ApprovalChain.SkipWhile(f => f.Id != turn.Id).Skip(1).Where(f => visit.Me.Roles.Any(r => r.Forum == f.Id)).Select(f => f.Name)]);
    }
}

/// <param name="MayFulfil">The reader may report it met.</param>
public sealed record OpenReservationRow(InitiativeCard Card, ReservationRecord Reservation, bool MayFulfil)
{
    /// <summary>Overdue from the day after it was due.</summary>
    public bool IsOverdue(DateOnly day) => Reservation.Due < day;
}
