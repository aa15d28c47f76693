using Initiatives.Domain;

namespace Initiatives.Api.Rights;

/// <summary>Who someone is to a cluster. One person is often several at once.</summary>
public enum Role
{
    /// <summary>Reads what the cluster shows its own.</summary>
    Reader,

    /// <summary>Owns the initiative named with the role, and no other.</summary>
    Owner,

    /// <summary>Leads the initiative named with the role, and no other.</summary>
    ProjectLead,

    /// <summary>Sits in the forum named with the role.</summary>
    Member,

    /// <summary>Chairs the forum named with the role.</summary>
    Chair,

    /// <summary>Runs the plan, the calendar and the minutes, and records on a forum's behalf.</summary>
    Secretariat,

    /// <summary>Reads, and comments on patient involvement.</summary>
    PatientRepresentative,

    /// <summary>Reads clusters that have said yes.</summary>
    NationalReader,

    /// <summary>Keeps the service running; sees no cluster's content.</summary>
    Operator,

    /// <summary>Holds the installation's own token: sets clusters up, and may do everything.</summary>
    Installation,
}

/// <param name="Forum">Of a member or a chair.</param>
/// <param name="Initiative">Stream of the initiative, of an owner or a project lead.</param>
/// <param name="For">Whose place is taken; null when the role is one's own.</param>
public sealed record HeldRole(Role Role, string? Forum = null, string? Initiative = null, string? For = null);

/// <summary>Who the caller is in one cluster, on the day of the request.</summary>
/// <param name="Cluster">Cluster id.</param>
/// <param name="Id">The actor of what they do there: a person's, an integration's or the installation's id.</param>
/// <param name="Name">As shown on the page; the id where there is no name.</param>
/// <param name="Organisation">Organisation id; null when none is told.</param>
public sealed record Membership(string Cluster, string ClusterName, string Id, string Name, string? Organisation, IReadOnlyList<HeldRole> Roles)
{
    /// <summary>Of screens and mails: <c>da</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "da";

    /// <summary>May look and not touch: a token that was made so.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Signed in by a task's link: everything that is not that task is closed.</summary>
    public TaskScope? Task { get; init; }

    public bool Is(Role role) => Roles.Any(r => r.Role == role);

    public bool Chairs(string forum) => Roles.Any(r => r.Role == Role.Chair && r.Forum == forum);

    public bool Answers(string initiative) => Roles.Any(r => r.Role is Role.Owner or Role.ProjectLead && r.Initiative == initiative);

    /// <summary>The holder of the installation's token, in any cluster.</summary>
    internal static Membership Installation(string cluster) => new(cluster, cluster, "operator", "operator", null, [new(Role.Installation)]);
}

/// <summary>The one thing a task's link opens: one initiative's status for one meeting's round, or one written procedure.</summary>
/// <param name="Stream">The initiative's, or the procedure's.</param>
/// <param name="Meeting">Meeting id; null of a written procedure.</param>
public sealed record TaskScope(string Stream, string? Meeting);

/// <summary>Whoever is at the door, and who that is in each cluster that knows them.</summary>
/// <param name="Id">For logs and kept answers where no cluster is named: never a name or an address.</param>
/// <param name="Memberships">In the order the clusters were registered.</param>
/// <param name="Session">Null when a token was shown.</param>
public sealed record Caller(string Id, IReadOnlyList<Membership> Memberships, SignIn.Session? Session = null)
{
    /// <summary>Whoever holds the installation's own token.</summary>
    public static readonly Caller Operator = new("operator", []) { IsPerson = false };

    /// <summary>What the caller is to the installation itself: operator, national reader.</summary>
    public IReadOnlyList<HeldRole> InstallationRoles { get; init; } = [];

    /// <summary>May look and not touch: a token that was made so.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>When the token that was shown is over; a session's end, and the installation's token's, is not told here.</summary>
    public DateTimeOffset Until { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Somebody, and not another system or the installation's own token.</summary>
    public bool IsPerson { get; init; } = true;

    public bool IsInstallation => ReferenceEquals(this, Operator);

    /// <summary>Null when the cluster does not know the caller, or there is no such cluster: a stranger does not learn which.</summary>
    public Membership? In(string cluster) =>
        IsInstallation ? Membership.Installation(cluster) : Memberships.FirstOrDefault(m => m.Cluster == cluster);

    /// <summary>May do what this row gives to the installation's own people.</summary>
    internal bool MayAsk(Right right) => IsInstallation || ((!right.Writes || !ReadOnly) && right.Grants.Any(g => g.Reach == Reach.Installation && Keeps(g.Role)));

    public bool Keeps(Role role) => IsInstallation || InstallationRoles.Any(r => r.Role == role);

    /// <summary>The roles that a person's entry in the register gives on a day; what they own is found in the initiatives.</summary>
    internal static IEnumerable<HeldRole> RolesOf(Person person, DateOnly day, string? @for = null)
    {
        foreach (var role in person.Roles.Where(r => r.HoldsOn(day)))
        {
            yield return new(role.Role switch
            {
                ClusterRoleKind.Reader => Role.Reader,
                ClusterRoleKind.Secretariat => Role.Secretariat,
                ClusterRoleKind.NationalReader => Role.NationalReader,
                _ => Role.Operator,
            }, For: @for);
        }
        foreach (var seat in person.Seats.Where(s => s.HoldsOn(day)))
        {
            // Who keeps a forum's minutes keeps the cluster's calendar: there is one secretariat.
            yield return seat.Role switch
            {
                ForumRole.Chair => new(Role.Chair, seat.Forum, For: @for),
                ForumRole.Secretary => new(Role.Secretariat, For: @for),
                ForumRole.PatientRepresentative => new(Role.PatientRepresentative, seat.Forum, For: @for),
                _ => new(Role.Member, seat.Forum, For: @for),
            };
        }
    }
}
