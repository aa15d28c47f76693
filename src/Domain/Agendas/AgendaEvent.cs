namespace Initiatives.Domain;

/// <summary>
/// A fact about one meeting's agenda or its minutes; one stream per meeting. What awaits the forum puts itself on the agenda and is no
/// fact: only what people change is, and what the meeting made of it.
/// </summary>
/// <param name="Meeting">Meeting id.</param>
public abstract record AgendaEvent(string Meeting);

/// <param name="Item">Key of the item.</param>
[StoredAs("agenda_item_reworded")]
public sealed record AgendaItemReworded(string Meeting, string Item, string Recommendation) : AgendaEvent(Meeting);

/// <summary>An item that nothing in the action plan asks for.</summary>
[StoredAs("agenda_item_added")]
public sealed record AgendaItemAdded(string Meeting, AgendaItem Item) : AgendaEvent(Meeting);

/// <param name="Items">Keys in the order chosen; an item that comes later falls in where it customarily stands.</param>
[StoredAs("agenda_ordered")]
public sealed record AgendaOrdered(string Meeting, IReadOnlyList<string> Items) : AgendaEvent(Meeting);

/// <summary>To a later meeting of the same forum, whose agenda received it in the same moment.</summary>
[StoredAs("agenda_item_moved")]
public sealed record AgendaItemMoved(string Meeting, string Item, string To, string? Reason) : AgendaEvent(Meeting);

/// <param name="From">The meeting it was moved from.</param>
[StoredAs("agenda_item_received")]
public sealed record AgendaItemReceived(string Meeting, AgendaItem Item, string From) : AgendaEvent(Meeting);

[StoredAs("agenda_item_taken_off")]
public sealed record AgendaItemTakenOff(string Meeting, string Item, string? Reason) : AgendaEvent(Meeting);

[StoredAs("agenda_item_put_back")]
public sealed record AgendaItemPutBack(string Meeting, string Item) : AgendaEvent(Meeting);

/// <summary>
/// What the meeting made of an item. Where that changes an initiative, the initiative's own facts were written in the same
/// transaction and say what was decided; they name this meeting, and <paramref name="Item"/> names the case they belong to.
/// </summary>
/// <param name="Item">As it stood on the agenda: once decided, nothing else would put it there.</param>
/// <param name="Text">The meeting's own words, where the initiative's facts do not hold them; null for none.</param>
/// <param name="ToMeeting">The later meeting, when postponed.</param>
[StoredAs("agenda_outcome_recorded")]
public sealed record AgendaOutcomeRecorded(string Meeting, AgendaItem Item, AgendaOutcome Outcome, string? Text, string? ToMeeting) : AgendaEvent(Meeting);

/// <summary>The minutes of one item in the secretariat's words, instead of those drafted from the outcomes.</summary>
[StoredAs("minutes_item_written")]
public sealed record MinutesItemWritten(string Meeting, string Item, string Text) : AgendaEvent(Meeting);

/// <summary>Who was there. People are told by id: their names are the register's.</summary>
[StoredAs("attendance_recorded")]
public sealed record AttendanceRecorded(string Meeting, Attendance Attendance) : AgendaEvent(Meeting);

/// <param name="Present">Person ids ("Til stede").</param>
/// <param name="Regrets">Person ids of those who had said that they could not come ("Afbud").</param>
public sealed record Attendance(IReadOnlyList<string> Present, IReadOnlyList<string> Regrets)
{
    public bool Says(Attendance other) => Present.SequenceEqual(other.Present) && Regrets.SequenceEqual(other.Regrets);
}

/// <summary>The minutes are ready for the chair.</summary>
[StoredAs("minutes_put_forward")]
public sealed record MinutesPutForward(string Meeting) : AgendaEvent(Meeting);

/// <summary>Approved, and frozen: these are the minutes, whatever happens to the cases afterwards.</summary>
[StoredAs("minutes_approved")]
public sealed record MinutesApproved(string Meeting, IReadOnlyList<MinutesPoint> Points) : AgendaEvent(Meeting);

/// <param name="Item">Key of the agenda's item.</param>
/// <param name="Text">What was said and decided; empty when nothing was.</param>
public sealed record MinutesPoint(int Number, string Item, string Heading, string Recommendation, string Text);

/// <param name="To">The forums whose members they were sent to, by the rule of that day.</param>
[StoredAs("minutes_sent")]
public sealed record MinutesSent(string Meeting, IReadOnlyList<string> To) : AgendaEvent(Meeting);

/// <summary>Sent once more, only to those whom they had not reached: an address was missing then.</summary>
/// <param name="To">Person ids.</param>
[StoredAs("minutes_sent_again")]
public sealed record MinutesSentAgain(string Meeting, IReadOnlyList<string> To) : AgendaEvent(Meeting);
