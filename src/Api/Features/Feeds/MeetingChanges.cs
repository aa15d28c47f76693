using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Feeds;

/// <summary>What a calendar program must know of a meeting's past to tell a newer version of it from an older.</summary>
/// <param name="Sequence">How often its day, hour, place or standing has changed since it was set.</param>
internal sealed record MeetingChanges(int Sequence, DateTimeOffset Made, DateTimeOffset Changed)
{
    /// <param name="calendar">Facts of the calendar, in order.</param>
    public static IReadOnlyDictionary<string, MeetingChanges> Of(IEnumerable<RecordedEvent> calendar)
    {
        var changes = new Dictionary<string, MeetingChanges>(StringComparer.Ordinal);
        foreach (var fact in calendar)
        {
            switch (fact.Data)
            {
                case MeetingScheduled e:
                    changes[e.Meeting] = new(0, fact.Timestamp, fact.Timestamp);
                    break;
                case (MeetingMoved or MeetingArranged or MeetingCancelled) and CalendarEvent e:
                    var before = changes[e.Meeting];
                    changes[e.Meeting] = before with { Sequence = before.Sequence + 1, Changed = fact.Timestamp };
                    break;
            }
        }
        return changes;
    }
}
