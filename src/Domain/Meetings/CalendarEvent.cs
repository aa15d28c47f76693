namespace Initiatives.Domain;

/// <summary>
/// A fact about a cluster's calendar: its meetings and their rounds. One stream per cluster, because moving one meeting
/// may decide which round another falls in.
/// </summary>
/// <param name="Meeting">Forum and first date, e.g. <c>chefforum-2023-08-30</c>; it stays when the meeting moves.</param>
public abstract record CalendarEvent(string Meeting);

/// <param name="Start">Local time; null when not yet known.</param>
/// <param name="MovedFrom">The date it was first set for, when it was known to have moved before it was recorded here.</param>
/// <param name="SetOn">The day it was set, local; null when taken over from a calendar kept elsewhere, set in good time.</param>
[StoredAs("meeting_scheduled")]
public sealed record MeetingScheduled(
    string Meeting,
    string Forum,
    DateOnly On,
    TimeOnly? Start,
    TimeOnly? End,
    string? Place,
    bool Extraordinary,
    DateOnly? MovedFrom,
    DateOnly? SetOn) : CalendarEvent(Meeting);

/// <summary>Another day. Its round is counted from the new day, and is not closed any more.</summary>
/// <param name="SetOn">The day it was moved, local.</param>
/// <param name="DueBefore">The due day of its round, when that was already over; null otherwise.</param>
[StoredAs("meeting_moved")]
public sealed record MeetingMoved(
    string Meeting,
    DateOnly From,
    DateOnly To,
    TimeOnly? Start,
    TimeOnly? End,
    string? Reason,
    DateOnly SetOn,
    DateOnly? DueBefore) : CalendarEvent(Meeting);

/// <summary>Another hour or place, same day.</summary>
[StoredAs("meeting_arranged")]
public sealed record MeetingArranged(string Meeting, TimeOnly? Start, TimeOnly? End, string? Place) : CalendarEvent(Meeting);

/// <param name="WrittenStatusInstead">A short written status is sent instead (Syd, 24 May 2023).</param>
[StoredAs("meeting_cancelled")]
public sealed record MeetingCancelled(string Meeting, string Reason, bool WrittenStatusInstead) : CalendarEvent(Meeting);

/// <param name="Expected">The initiatives that owe a status in this round.</param>
[StoredAs("round_opened")]
public sealed record RoundOpened(string Meeting, DateOnly Opened, DateOnly Due, IReadOnlyList<InitiativeRef> Expected) : CalendarEvent(Meeting);

/// <param name="Missing">The initiatives that had posted nothing when the due day was over.</param>
[StoredAs("round_closed")]
public sealed record RoundClosed(string Meeting, IReadOnlyList<InitiativeRef> Missing) : CalendarEvent(Meeting);

/// <summary>An initiative by the plan it stands in and its number there.</summary>
public sealed record InitiativeRef(string Plan, int Number);
