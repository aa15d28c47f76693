using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>
/// One person in the register, which lies outside the event log: events carry <paramref name="Id"/> alone, so that a
/// person can be forgotten without breaking the history.
/// </summary>
/// <param name="Id">Says nothing of who it is; never used again.</param>
/// <param name="Cluster">The tenant that knows the person. Someone in two clusters has an entry in each.</param>
/// <param name="Name">As shown on screens and packs.</param>
/// <param name="Mail">Null when the person gets no mail.</param>
/// <param name="Title">What the person does, e.g. "sundhedschef"; null when not told.</param>
/// <param name="Organisation">Organisation id.</param>
/// <param name="Language"><c>da</c> or <c>en</c>; of mails and screens.</param>
/// <param name="Seats">The forums the person sits in.</param>
public sealed record Person(
    string Id,
    string Cluster,
    string Name,
    string? Mail,
    string? Title,
    string? Organisation,
    string Language,
    IReadOnlyList<ForumSeat> Seats)
{
    /// <summary>What the person is to the cluster beyond seats in forums.</summary>
    public IReadOnlyList<ClusterRole> Roles { get; init; } = [];

    /// <summary>Who may act in this person's place, and when.</summary>
    public IReadOnlyList<Deputy> Deputies { get; init; } = [];

    public bool SitsIn(string forum) => Seats.Any(s => s.Forum == forum);

    /// <summary>What is left when a person is forgotten: the id that events carry, and nothing that leads to anyone.</summary>
    public Person Forgotten() => new(Id, Cluster, "", null, null, null, Language, []);

    [JsonIgnore]
    public bool IsForgotten => Name.Length == 0;
}

/// <param name="Forum">Forum id.</param>
/// <param name="From">The first day it holds; null when it always has.</param>
/// <param name="Until">The last day it holds; null when it has no end.</param>
public sealed record ForumSeat(string Forum, ForumRole Role, DateOnly? From = null, DateOnly? Until = null)
{
    public bool HoldsOn(DateOnly day) => Period.Holds(From, Until, day);
}

/// <param name="From">The first day it holds; null when it always has.</param>
/// <param name="Until">The last day it holds; null when it has no end.</param>
public sealed record ClusterRole(ClusterRoleKind Role, DateOnly? From = null, DateOnly? Until = null)
{
    public bool HoldsOn(DateOnly day) => Period.Holds(From, Until, day);
}

/// <summary>What someone may be to a cluster as a whole.</summary>
public enum ClusterRoleKind
{
    /// <summary>Reads what the cluster shows its own.</summary>
    Reader,

    /// <summary>Runs the plan, the calendar and the minutes, and records on a forum's behalf.</summary>
    Secretariat,

    /// <summary>Reads every cluster that has said yes. Stands in the installation's own register, not in a cluster's.</summary>
    NationalReader,

    /// <summary>Keeps the service running; sees no content. Stands in the installation's own register.</summary>
    Operator,
}

/// <param name="Person">Id of the one who steps in.</param>
/// <param name="From">The first day; null when it has begun already.</param>
/// <param name="Until">The last day; null when it has no end.</param>
public sealed record Deputy(string Person, DateOnly? From = null, DateOnly? Until = null)
{
    public bool HoldsOn(DateOnly day) => Period.Holds(From, Until, day);
}

internal static class Period
{
    public static bool Holds(DateOnly? from, DateOnly? until, DateOnly day) => (from is null || from <= day) && (until is null || day <= until);
}

/// <summary>What someone is to a forum. Owners and project leads are found in the initiatives, not here.</summary>
public enum ForumRole
{
    Member,
    Chair,

    /// <summary>Runs its calendar and minutes, and may record on its behalf.</summary>
    Secretary,

    /// <summary>Reads, and comments on patient involvement.</summary>
    PatientRepresentative,
}
