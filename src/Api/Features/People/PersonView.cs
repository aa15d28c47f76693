using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>A person as the register has them.</summary>
/// <param name="Forgotten">True when nothing but the id is left.</param>
/// <param name="Mail">Null when the person gets no mail.</param>
/// <param name="Organisation">Organisation id.</param>
/// <param name="Language">da or en; of mails and screens.</param>
/// <param name="Seats">The forums the person sits in, and as what.</param>
/// <param name="Roles">What the person is to the cluster besides.</param>
/// <param name="Deputies">Who may act in this person's place, and when.</param>
internal sealed record PersonView(
    string Id, bool Forgotten, string? Name, string? Mail, string? Title, string? Organisation, string Language, IReadOnlyList<ForumSeat> Seats,
    IReadOnlyList<ClusterRole> Roles, IReadOnlyList<Deputy> Deputies)
{
    public static PersonView Of(Person p) =>
        new(p.Id, p.IsForgotten, p.IsForgotten ? null : p.Name, p.Mail, p.Title, p.Organisation, p.Language, p.Seats, p.Roles, p.Deputies);
}
