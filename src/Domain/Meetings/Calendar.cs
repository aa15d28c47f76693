using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>The meetings of all forums in a cluster, by day.</summary>
public sealed record Calendar(IReadOnlyList<Meeting> Meetings)
{
    public static Calendar Empty { get; } = new([]);

    public Meeting? Find(string meeting) => Meetings.FirstOrDefault(m => m.Id == meeting);

    /// <summary>A forum's meetings that are to be held, by day.</summary>
    public IEnumerable<Meeting> Held(string forum) => Meetings.Where(m => m.Forum == forum && !m.IsCancelled);

    /// <summary>The forum's first meeting on or after the day; null when none is set.</summary>
    public Meeting? Next(string forum, DateOnly from) => Held(forum).FirstOrDefault(m => m.On >= from);

    /// <summary>The forum's last meeting before the day; null when there was none.</summary>
    public Meeting? Previous(string forum, DateOnly before) => Held(forum).LastOrDefault(m => m.On < before);

    public static Calendar Evolve(Calendar calendar, CalendarEvent @event) => @event switch
    {
        MeetingScheduled e => Sorted(calendar.Meetings.Append(new Meeting(e.Meeting, e.Forum, e.On, e.Start, e.End, e.Place, e.Extraordinary, e.MovedFrom, e.SetOn, null, null, false, null, null, null, null))),
        MeetingMoved e => calendar.With(e.Meeting, m => m with { On = e.To, Start = e.Start, End = e.End, MovedFrom = e.From, SetOn = e.SetOn, DueBeforeMove = e.DueBefore, RoundDue = null, Missing = null }),
        MeetingArranged e => calendar.With(e.Meeting, m => m with { Start = e.Start, End = e.End, Place = e.Place }),
        MeetingCancelled e => calendar.With(e.Meeting, m => m with { Cancelled = e.Reason, WrittenStatusInstead = e.WrittenStatusInstead }),
        RoundOpened e => calendar.With(e.Meeting, m => m with { RoundOpened = e.Opened, RoundDue = e.Due, Expected = e.Expected }),
        RoundClosed e => calendar.With(e.Meeting, m => m with { Missing = e.Missing }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} has no fold in Calendar."),
    };

    private Calendar With(string meeting, Func<Meeting, Meeting> change) =>
        Sorted(Meetings.Select(m => m.Id == meeting ? change(m) : m));

    private static Calendar Sorted(IEnumerable<Meeting> meetings) =>
        new([.. meetings.OrderBy(m => m.On).ThenBy(m => m.Start).ThenBy(m => m.Id, StringComparer.Ordinal)]);
}

/// <param name="SetOn">The day its present date was set; null when taken over from a calendar kept elsewhere.</param>
/// <param name="DueBeforeMove">The due day that was already over when the meeting moved; null otherwise.</param>
/// <param name="Cancelled">The reason; null when the meeting stands.</param>
/// <param name="RoundOpened">The day its round was opened; null before.</param>
/// <param name="RoundDue">The due day that owners were told when the round opened; null before, and again when the meeting moves.</param>
/// <param name="Expected">Who owes a status; null before the round opens.</param>
/// <param name="Missing">Who had posted nothing when the due day was over; null before the round closes.</param>
public sealed record Meeting(
    string Id,
    string Forum,
    DateOnly On,
    TimeOnly? Start,
    TimeOnly? End,
    string? Place,
    bool Extraordinary,
    DateOnly? MovedFrom,
    DateOnly? SetOn,
    DateOnly? DueBeforeMove,
    string? Cancelled,
    bool WrittenStatusInstead,
    DateOnly? RoundOpened,
    DateOnly? RoundDue,
    IReadOnlyList<InitiativeRef>? Expected,
    IReadOnlyList<InitiativeRef>? Missing)
{
    [JsonIgnore]
    public bool IsCancelled => Cancelled is not null;
}
