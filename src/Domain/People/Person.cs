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
    public bool SitsIn(string forum) => Seats.Any(s => s.Forum == forum);

    /// <summary>What is left when a person is forgotten: the id that events carry, and nothing that leads to anyone.</summary>
    public Person Forgotten() => new(Id, Cluster, "", null, null, null, Language, []);

    [JsonIgnore]
    public bool IsForgotten => Name.Length == 0;
}

/// <param name="Forum">Forum id.</param>
public sealed record ForumSeat(string Forum, ForumRole Role);

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
