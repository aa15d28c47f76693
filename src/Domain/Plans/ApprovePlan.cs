namespace Initiatives.Domain;

/// <summary>
/// A forum approves the plan, as it is, with reservations or with remarks. Any forum may: plans go their own way, up
/// to the one that places the orders (Midt: Direktørforum in February 2023, Politisk Niveau in March).
/// </summary>
public sealed record ApprovePlan(
    string Forum,
    DateOnly On,
    IReadOnlyList<Condition> Reservations,
    IReadOnlyList<string> Remarks,
    string? Meeting = null) : PlanCommand
{
    public override Decision<PlanEvent> Decide(Plan plan, Setting setting)
    {
        var earlier = plan.Approvals.FirstOrDefault(a => a.Forum == Forum && a.On == On);
        if (earlier is not null && Says(earlier))
            return Decision<PlanEvent>.Nothing;

        var meeting = Meeting is null ? null : setting.Calendar.Find(Meeting);
        var rules = Running(plan);
        return rules
            .Forum(setting.Cluster, Forum)
            .If(earlier is not null && setting.Cluster.Forum(Forum) is not null, () => PlanRefusals.AlreadyApproved(setting.Cluster.Forum(Forum)!, On))
            .Date(On, "on")
            .If(On > setting.Today, () => InitiativeRefusals.DateInFuture("on"))
            .If(Meeting is not null && meeting is null, () => InitiativeRefusals.MeetingUnknown("meeting"))
            .If(meeting is not null && meeting.Forum != Forum, () => InitiativeRefusals.MeetingOfAnotherForum("meeting"))
            .If(meeting is { IsCancelled: true }, () => InitiativeRefusals.MeetingIsCancelled("meeting"))
            .Each(Reservations, "reservations", (reservation, path) => rules
                .Text(reservation.Text, $"{path}.text", ("forbeholdet", "the reservation"))
                .If(reservation.Owner?.Length > BrokenRules.LongestId, () => InitiativeRefusals.IdMalformed($"{path}.owner"))
                .Date(reservation.Due, $"{path}.due"))
            .Each(Remarks, "remarks", (remark, path) => rules.Text(remark, path, ("bemærkningen", "the remark")))
            .Else(() => new PlanApproved(Forum, On, Numbered(plan.Reservations), Remarks, Meeting));
    }

    private bool Says(PlanApproved earlier) =>
        earlier.Meeting == Meeting
        && earlier.Remarks.SequenceEqual(Remarks)
        && earlier.Reservations.Select(r => new Condition(r.Text, r.Owner, r.Due)).SequenceEqual(Reservations);

    private List<ApprovalReservation> Numbered(int before) =>
        [.. Reservations.Select((r, n) => new ApprovalReservation(before + n + 1, r.Text, r.Owner, r.Due))];
}
