namespace Initiatives.Reporting.Packs;

/// <summary>
/// What a pack is made for, beside the record. With the same record and occasion the pack has the same bytes, so each of
/// these is kept with the edition.
/// </summary>
/// <param name="Forum">Id of the forum that gets it.</param>
/// <param name="Meeting">Meeting id; null for the monthly dashboard.</param>
/// <param name="Edition">1 and up.</param>
/// <param name="Why">Why there is another edition; null for the first.</param>
/// <param name="At">The time up to which facts count; "overdue" and "missing" are judged on its day in the cluster's time zone.</param>
/// <param name="Fingerprint">Of the cluster's record at the cut-off, as printed on the last page.</param>
public sealed record PackOccasion(string Forum, string? Meeting, int Edition, string? Why, DateTimeOffset At, string Fingerprint)
{
    /// <summary>Any day of the month that a monthly dashboard is for; null for the month of <see cref="At"/>.</summary>
    public DateOnly? Month { get; init; }
}
