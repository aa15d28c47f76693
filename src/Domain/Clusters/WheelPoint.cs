namespace Initiatives.Domain;

/// <summary>A point that comes back on a forum's agenda every year (årshjul; minutes 002: "Udvalgte samarbejdsaftaler, jf. årshjulet").</summary>
/// <param name="Months">1 to 12; empty unless it comes by months.</param>
/// <param name="Recommendation">The whole sentence, "Det indstilles, at Chefforum ...".</param>
/// <param name="Note">What one must know to take it up; null for none.</param>
/// <param name="Since">From this day it comes as it now does: a meeting that was held before it is not asked to take it up.</param>
public sealed record WheelPoint(
    string Id,
    string Title,
    string Forum,
    WheelTime Time,
    IReadOnlyList<int> Months,
    string Recommendation,
    string? Note,
    DateOnly Since)
{
    /// <summary>It falls on the same meetings.</summary>
    internal bool ComesAs(WheelPoint other) => Forum == other.Forum && Time == other.Time && Months.SequenceEqual(other.Months);

    internal bool Says(WheelPoint other) => ComesAs(other) && (Title, Recommendation, Note) == (other.Title, other.Recommendation, other.Note);
}

/// <summary>When in the year a point comes.</summary>
public enum WheelTime
{
    /// <summary>Once for each of its months.</summary>
    Months,
    FirstMeeting,
    LastMeeting,
}
