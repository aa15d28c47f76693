using Initiatives.Year.Cast;

namespace Initiatives.Year.Expected;

/// <summary>Which pack goes to which forums before their meetings, as the table of packs has it.</summary>
/// <param name="Title">How a month's edition is called in its mail.</param>
/// <param name="Monthly">Also on the first working day of each month.</param>
internal sealed record PackRule(string Kind, string Title, bool Monthly, Func<Town, IReadOnlyList<string>> For);

internal static class PackRules
{
    /// <summary>Issued when minutes are approved, and gone out with them.</summary>
    public const string Decisions = "beslutningsreferat";

    /// <summary>Sent instead of a meeting, when that was chosen.</summary>
    public static PackRule Written { get; } = new("skriftlig-status", "Skriftlig status", Monthly: false, static _ => []);

    public static IReadOnlyList<PackRule> All { get; } =
    [
        new("afvigelsesrapport", "Afvigelsesrapport", Monthly: false, town => [town.Managing]),
        new("direktoeroverblik", "Direktøroverblik", Monthly: true, town => [town.Deciding]),
        new("politisk-status", "Politisk status", Monthly: false, town => [town.Ordering]),
    ];

    /// <summary>As it is called where people read it.</summary>
    public static string TitleOf(string kind) => kind == Decisions ? "Beslutningsreferat" : All.Append(Written).FirstOrDefault(r => r.Kind == kind)?.Title ?? kind;
}
