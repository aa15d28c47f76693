namespace Initiatives.Domain;

/// <summary>A reservation about to be made; it gets its number when it is recorded.</summary>
/// <param name="Owner">Person or organisation id; null while nobody has taken it on.</param>
public sealed record Condition(string Text, string? Owner = null, DateOnly? Due = null);

/// <summary>
/// A forum approves a revision, as it is, with reservations or with remarks, when those before it in the chain have
/// (Midt: Chefforum, then Direktørforum; Syd: SSFSN alone). With the last approval the terms are in force.
/// </summary>
/// <param name="Meeting">The meeting it was decided at; null in a written procedure.</param>
public sealed record ApproveConfirmation(
    int Revision,
    string Forum,
    IReadOnlyList<Condition> Reservations,
    IReadOnlyList<string> Remarks,
    DecidedHow How,
    string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var earlier = Recorded(initiative);
        if (earlier is not null && Says(earlier))
            return Decision<InitiativeEvent>.Nothing;
        var broken = new BrokenRules(initiative, setting).NotEnded();
        if (earlier is not null)
            return broken.If(true, () => InitiativeRefusals.AlreadyApproved(setting.Cluster.Forum(Forum), Forum)).Else(() => []);
        var approvals = initiative.Pending?.Approvals.Select(a => a.Forum).ToList() ?? [];
        return broken
            .AwaitsDecision(Revision, Forum)
            .Decided(How, Meeting, Forum)
            .Each(Reservations, "reservations", (reservation, path) => broken.Reservation(reservation, path + "."))
            .Texts(Remarks, "remarks", ("bemærkningen", "the remark"))
            .Else(() => [Approval(initiative.Reservations), .. OnceAllHave(initiative, setting.Cluster, approvals)]);
    }

    private ConfirmationApproved? Recorded(Initiative initiative) =>
        new[] { initiative.Pending, initiative.InForce }.FirstOrDefault(c => c?.Revision == Revision)?.ApprovalBy(Forum);

    private bool Says(ConfirmationApproved earlier) =>
        earlier.Remarks.SequenceEqual(Remarks)
        && earlier.Reservations.Select(r => new Condition(r.Text, r.Owner, r.Due)).SequenceEqual(Reservations);

    private ConfirmationApproved Approval(int reservations) => new(
        Revision,
        Forum,
        [.. Reservations.Select((r, n) => new ApprovalReservation(reservations + n + 1, r.Text, r.Owner, r.Due))],
        Remarks,
        How,
        Meeting);

    private IEnumerable<InitiativeEvent> OnceAllHave(Initiative initiative, Cluster cluster, List<string> approvals)
    {
        if (!cluster.ApprovalChain.All(f => f.Id == Forum || approvals.Contains(f.Id)))
            yield break;
        yield return new TermsTookForce(Revision);
        // The forum that chose to re-plan asked for these terms: their approval is what it was waiting for.
        if (initiative.InForce is not null && initiative.Deviation is { Track.Track: DeviationTrack.Replan } deviation)
            yield return new DeviationClosed(deviation.Number, Forum, DeviationClosing.AcceptedByReplan, null, Meeting);
    }
}
