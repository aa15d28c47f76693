namespace Initiatives.Api.Features.Interchange;

/// <summary>How much one document may ask of the machine. Generous beside every real plan, small beside an attack.</summary>
internal static class Limits
{
    /// <summary>Characters in a line: a title, a name, a place.</summary>
    public const int Line = 300;

    /// <summary>Characters in a running text; a page of A4 holds about 3,000.</summary>
    public const int Text = 10_000;

    /// <summary>Elements of a list inside one entry (partners, indicators, remarks).</summary>
    public const int ListInEntry = 500;

    /// <summary>Levels of nesting; the format needs six.</summary>
    public const int Depth = 16;

    /// <summary>Bytes of one entry. The one thing that must fit in memory at a time.</summary>
    public const int EntryBytes = 1 << 20;

    /// <summary>Entries of one document, all lists together.</summary>
    public const int Entries = 1_000_000;

    /// <summary>Errors that are listed; beyond them only the number is told.</summary>
    public const int ListedErrors = 1_000;

    /// <summary>Bytes of a whole document.</summary>
    public const long DocumentBytes = 512L << 20;

    public static readonly DateOnly FirstDay = new(1990, 1, 1);

    public static readonly DateOnly LastDay = new(2100, 12, 31);
}
