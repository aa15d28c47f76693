namespace Initiatives.Reporting.Record;

/// <summary>Who recorded a fact, and when it happened; stands beside the event in the log.</summary>
/// <param name="At">When it happened, UTC; an import tells when it happened, not when it was imported.</param>
/// <param name="On">The same as a day in the cluster's time zone.</param>
/// <param name="Actor">Person or integration id.</param>
/// <param name="OnBehalfOf">Forum or person id, when recorded on another's behalf.</param>
/// <param name="Position">Place in the whole log.</param>
/// <param name="Version">Place in the stream.</param>
public sealed record Stamp(DateTimeOffset At, DateOnly On, string Actor, string? OnBehalfOf, bool Imported, long Position, long Version);
