namespace Initiatives.Domain;

/// <summary>Who an initiative waits for.</summary>
public enum Waiting
{
    Nobody,
    Owner,
    Forum,
}

/// <summary>Whose turn it is, visible to everyone in the cluster: the waiting side of an approval, a deviation or a closing.</summary>
/// <param name="Forum">Forum id, when a forum is waited for.</param>
public sealed record Turn(Waiting Waiting, string? Forum)
{
    public static Turn Of(Initiative initiative, Cluster cluster) => initiative switch
    {
        { Exists: false } or { HasEnded: true } or { Phase: Phase.Paused } => Nobody,
        { Claim: { } claim } => NextOf(cluster, claim.Approvals.Select(a => a.Forum)),
        { Deviation: { } deviation } => OfDeviation(initiative, deviation, cluster),
        { Pending: { } pending } => NextOf(cluster, pending.Approvals.Select(a => a.Forum)),
        { Phase: Phase.Anchored or Phase.Approved } => Owner,
        { Phase: Phase.Ordered } => OfForum(cluster.ManagingForum),
        _ => Nobody,
    };

    private static Turn Nobody { get; } = new(Waiting.Nobody, null);

    private static Turn Owner { get; } = new(Waiting.Owner, null);

    private static Turn OfDeviation(Initiative initiative, OpenDeviation deviation, Cluster cluster)
    {
        var escalation = initiative.OpenEscalations.FirstOrDefault(e => e.Deviation == deviation.Number);
        return (escalation, deviation) switch
        {
            ({ Answer: null } undecided, _) => new Turn(Waiting.Forum, undecided.With),
            ({ } answered, _) => new Turn(Waiting.Forum, answered.From),
            // Green asks for the effect to be confirmed, and without a track nobody else knows what to do.
            (_, { Light: TrafficLight.Green } or { Track: null }) => OfForum(cluster.ManagingForum),
            (_, { Track.Track: DeviationTrack.Replan }) when initiative.Pending is { } pending => NextOf(cluster, pending.Approvals.Select(a => a.Forum)),
            (_, { Track.Track: DeviationTrack.CloseInitiative }) => OfForum(cluster.ManagingForum),
            _ => Owner,
        };
    }

    private static Turn NextOf(Cluster cluster, IEnumerable<string> approvedBy) =>
        OfForum(cluster.ApprovalChain.FirstOrDefault(f => !approvedBy.Contains(f.Id)));

    private static Turn OfForum(Forum? forum) => forum is null ? Nobody : new Turn(Waiting.Forum, forum.Id);
}
