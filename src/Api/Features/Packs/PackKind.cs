using Initiatives.Domain;

namespace Initiatives.Api.Features.Packs;

/// <summary>A kind of pack, and which forums get it: by duty, never by name, so that every governance chain works.</summary>
/// <param name="Name">As stored, in addresses and on the command line.</param>
/// <param name="For">The duty whose forums get it before each of their meetings.</param>
/// <param name="Monthly">Also on the first working day of the month, where the forum's rhythm says so.</param>
public sealed record PackKind(string Name, ForumDuty For, bool Monthly)
{
    public static PackKind Deviations { get; } = new("afvigelsesrapport", ForumDuty.ManageDeviations, Monthly: false);

    public static PackKind Dashboard { get; } = new("direktoeroverblik", ForumDuty.DecideEscalations, Monthly: true);

    public static IReadOnlyList<PackKind> All { get; } = [Deviations, Dashboard];

    /// <summary>Null when there is no such kind.</summary>
    public static PackKind? Named(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>The kinds that a forum gets before its meetings.</summary>
    public static IEnumerable<PackKind> Before(Forum forum) => All.Where(k => forum.Has(k.For));
}
