namespace Initiatives.Domain;

/// <summary>A fact about a cluster: who it is, its organisations, its forums and their duties, its tolerances.</summary>
public abstract record ClusterEvent;

/// <param name="TimeZone">IANA name; days and hours of rounds and packs are counted in it.</param>
/// <param name="ExampleData">True when statuses in it are example data: every page and pack then says so.</param>
[StoredAs("cluster_registered")]
public sealed record ClusterRegistered(string Id, string Name, string? Region, string Language, string TimeZone, bool ExampleData) : ClusterEvent;

[StoredAs("cluster_renamed")]
public sealed record ClusterRenamed(string Name, string? Region) : ClusterEvent;

/// <summary>Added, or given a new name or kind.</summary>
[StoredAs("organisation_recorded")]
public sealed record OrganisationRecorded(string Id, string Name, string Kind) : ClusterEvent;

/// <summary>What a forum may be trusted with; configured per cluster, so that three chains run on one installation.</summary>
public enum ForumDuty
{
    PlaceOrders,
    ApproveConfirmation,
    ManageDeviations,
    DecideEscalations,
}

/// <summary>Added, or given other duties. The order of configuration is the order of the approval chain, until another is said.</summary>
[StoredAs("forum_configured")]
public sealed record ForumConfigured(string Id, string Name, IReadOnlyList<ForumDuty> Duties, string? EscalatesTo) : ClusterEvent;

/// <summary>Put in another order, the lowest first: the order of the approval chain.</summary>
[StoredAs("forums_ordered")]
public sealed record ForumsOrdered(IReadOnlyList<string> Forums) : ClusterEvent;

/// <summary>How a forum's rounds and packs fall around its meetings.</summary>
[StoredAs("rhythm_set")]
public sealed record RhythmSet(string Forum, Rhythm Rhythm) : ClusterEvent;

/// <summary>Minutes of one forum go to the members of others (Midt: Direktørforum's to Chefforum).</summary>
[StoredAs("distribution_set")]
public sealed record DistributionSet(string MinutesOf, IReadOnlyList<string> SentTo) : ClusterEvent;

[StoredAs("tolerances_set")]
public sealed record TolerancesSet(Tolerances Tolerances) : ClusterEvent;

/// <summary>Whether national readers may see the cluster beside others; until it is said, they may not.</summary>
[StoredAs("national_reading_set")]
public sealed record NationalReadingSet(bool Allowed) : ClusterEvent;

/// <summary>A point of the yearly wheel was added, or changed.</summary>
[StoredAs("wheel_point_set")]
public sealed record WheelPointSet(WheelPoint Point) : ClusterEvent;

/// <param name="Title">As it was last, so that the log can name it.</param>
[StoredAs("wheel_point_removed")]
public sealed record WheelPointRemoved(string Id, string Title) : ClusterEvent;
