using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Interchange;

/// <summary>A cluster's own record as entries of the document, purely: the other way round of the cluster's, calendar's and plan's facts.</summary>
internal static class FrameEntries
{
    public static ClusterEntry Cluster(Cluster c) => new(
        c.Id, c.Name, c.Region, c.Language, c.TimeZone, c.ExampleData ? true : null, c.Tolerances == Tolerances.Default ? null : c.Tolerances);

    public static PersonEntry Person(Person p) => p.IsForgotten
        ? new(p.Id, null, null, null, null, null, null)
        : new(p.Id, p.Name, p.Title, p.Organisation, p.Mail, p.Language == "da" ? null : p.Language, p.Seats.Count == 0 ? null : [.. p.Seats.Select(s => new SeatEntry(s.Forum, s.Role))]);

    public static OrganisationEntry Organisation(Organisation o) => new(o.Id, o.Name, o.Kind);

    public static ForumEntry Forum(Forum f)
    {
        var entry = new ForumEntry(f.Id, f.Name, f.Duties, f.EscalatesTo, null);
        var r = f.Rhythm;
        return r == ClusterFacts.RhythmOf(entry, null)
            ? entry
            : entry with { Rhythm = new(r.OpensDaysBefore, r.DeadlineDaysBefore, r.ReminderWorkingDaysBefore, r.PackDaysBefore, r.Hour, r.MonthlyDashboard) };
    }

    public static DistributionEntry Distribution(DistributionSet d) => new(d.MinutesOf, d.SentTo);

    /// <param name="plan">Rounds tell of the initiatives of this plan.</param>
    public static MeetingEntry Meeting(Meeting m, string plan) => new(
        m.Id == MeetingEntry.MeetingId(m.Forum, m.On) ? null : m.Id,
        m.Forum,
        m.On,
        m.Start,
        m.End,
        m.Place,
        m.Extraordinary ? true : null,
        m.MovedFrom,
        m.SetOn,
        m.DueBeforeMove,
        m.Cancelled,
        m.WrittenStatusInstead ? true : null,
        m is { RoundOpened: { } opened, RoundDue: { } due }
            ? new RoundEntry(opened, due, Numbers(m.Expected, plan), m.Missing is null ? null : due.AddDays(1), m.Missing is null ? null : Numbers(m.Missing, plan))
            : null);

    public static PlanEntry Plan(PlanRecord record)
    {
        var fulfilled = record.Events.Where(e => e.Fact is PlanReservationFulfilled).ToDictionary(e => ((PlanReservationFulfilled)e.Fact).Reservation);
        var plan = record.Plan;
        return new PlanEntry(
            plan.Id,
            plan.Title,
            plan.From,
            plan.To,
            [.. plan.FocusAreas.Select(a => new FocusAreaEntry(a.Id, a.Name))],
            [
                .. plan.Approvals.Select(a => new PlanApprovalEntry(
                    a.Forum,
                    a.On,
                    [.. a.Reservations.Select(r => fulfilled.TryGetValue(r.Reservation, out var f)
                        ? new ReservationEntry(r.Text, r.Owner, r.Due, f.Stamp.On, ((PlanReservationFulfilled)f.Fact).Note)
                        : new ReservationEntry(r.Text, r.Owner, r.Due, null, null))],
                    a.Remarks,
                    a.Meeting)),
            ],
            record.Events.Select(e => e.Fact).OfType<PlanClosed>().LastOrDefault() is { } closed ? new(closed.Forum, closed.On, closed.Decision, closed.SuccessorPlan) : null);
    }

    public static NotCarriedEntry NotCarried(InitiativeNotCarried n) => new(n.Title, n.Reason);

    private static IReadOnlyList<int> Numbers(IReadOnlyList<InitiativeRef>? refs, string plan) => [.. (refs ?? []).Where(r => r.Plan == plan).Select(r => r.Number)];
}
