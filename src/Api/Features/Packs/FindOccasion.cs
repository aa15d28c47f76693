using static System.Globalization.CultureInfo;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Packs;

/// <summary>From what people say to the occasion they mean: <c>next</c>, a meeting's day or its id. Of a kind that looks back, <c>next</c> is the last one held.</summary>
internal static class FindOccasion
{
    public const string Next = "next";

    /// <summary>Among the meetings of those forums that get the kind. Exactly one of the two is null.</summary>
    public static (Occasion? Occasion, Refusal? Refusal) Of(Cluster cluster, Calendar calendar, PackKind kind, string meeting, DateOnly today)
    {
        var getting = cluster.Forums.Where(kind.IsFor).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var meetings = calendar.Meetings.Where(m => getting.Contains(m.Forum)).ToList();
        var day = DateOnly.TryParseExact(meeting, "O", InvariantCulture, System.Globalization.DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
        var found = meeting == Next
            ? kind.LooksBack ? meetings.FindLast(m => kind.Suits(m) && m.On <= today) : meetings.Find(m => kind.Suits(m) && m.On >= today)
            : meetings.Find(m => m.Id == meeting) ?? meetings.Find(m => kind.Suits(m) && m.On == day);

        if (found is not null && kind.Suits(found))
            return (Packs.Occasion.Of(found), null);
        return (null, found is not null ? kind.StandsIn ? PackRefusals.MeetingNotReplaced() : CalendarRefusals.AlreadyCancelled()
            : meeting == Next ? PackRefusals.NoMeetingAhead(kind.Name)
            : calendar.Meetings.Any(m => m.Id == meeting || m.On == day) ? PackRefusals.MeetingHasNoPack(kind.Name)
            : InitiativeRefusals.MeetingUnknown("meeting"));
    }
}
