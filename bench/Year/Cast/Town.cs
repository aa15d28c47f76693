namespace Initiatives.Year.Cast;

/// <summary>One cluster: who is in it, its calendar as it was first set, and what its people are to do in the year.</summary>
/// <param name="File">Its sample document.</param>
/// <param name="Opens">The day on which the operator sets it up.</param>
internal sealed record Town(string Id, string File, DateOnly Opens)
{
    public required string Plan { get; init; }

    /// <summary>The last day of its period: the same in all three sample documents.</summary>
    public DateOnly PlanEnds { get; } = new(2023, 12, 31);

    public required IReadOnlyDictionary<string, string> Forums { get; init; }

    /// <summary>The forum that manages deviations, and those that approve confirmations, in order; the last of them decides escalations.</summary>
    public required string Managing { get; init; }

    public required IReadOnlyList<string> Approving { get; init; }

    public string Deciding => Approving[^1];

    /// <summary>The political level.</summary>
    public required string Ordering { get; init; }

    /// <summary>Whose minutes go to whose members besides, by the rule of the sample document.</summary>
    public IReadOnlyDictionary<string, string> Distribution { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<Citizen> People { get; init; }

    public required IReadOnlyList<PlannedMeeting> Calendar { get; init; }

    public required IReadOnlyList<CalendarChange> Changes { get; init; }

    public required IReadOnlyList<Work> Works { get; init; }

    /// <summary>Initiatives whose status in a meeting's round is not green.</summary>
    public IReadOnlyDictionary<(int Number, string Meeting), string> Lights { get; init; } = new Dictionary<(int, string), string>();

    /// <summary>How an initiative's people answer in a meeting's round, where it is told and not drawn.</summary>
    public IReadOnlyDictionary<(int Number, string Meeting), Habit> Habits { get; init; } = new Dictionary<(int, string), Habit>();

    /// <summary>Confirmations that a meeting returns.</summary>
    public IReadOnlySet<(int Number, string Meeting)> Returned { get; init; } = new HashSet<(int, string)>();

    /// <summary>Everyone with a seat in any of the forums.</summary>
    public IEnumerable<Citizen> Seated(IEnumerable<string> forums) => People.Where(p => p.Seats.Any(s => forums.Contains(s.Forum)));

    public Citizen Chair(string forum) => People.First(p => p.Seats.Contains((forum, "chair")));

    public Citizen Person(string id) => People.Single(p => p.Id == id);

    /// <summary>All that are held, called or cancelled, as they end.</summary>
    public IEnumerable<Meeting> Meetings() =>
        from set in Calendar.Concat(Changes.OfType<Called>().Select(c => new PlannedMeeting(c.Forum, c.On, c.Start)))
        let moved = Changes.OfType<Moved>().FirstOrDefault(m => m.Meeting == set.Id)
        select new Meeting(set.Id, set.Forum, moved?.To ?? set.On, set.Start, Changes.OfType<Cancelled>().FirstOrDefault(c => c.Meeting == set.Id), set.On, moved);
}

/// <param name="Id">Says nothing of who it is.</param>
/// <param name="Name">A role, never a name.</param>
internal sealed record Citizen(string Id, string Name, string Mail, string Language, IReadOnlyList<(string Forum, string Role)> Seats, bool Secretariat = false);

internal sealed record PlannedMeeting(string Forum, DateOnly On, TimeOnly? Start = null)
{
    public string Id => FormattableString.Invariant($"{Forum}-{On:yyyy-MM-dd}");
}

/// <param name="FirstSet">The day it was first set for.</param>
internal sealed record Meeting(string Id, string Forum, DateOnly On, TimeOnly? Start, Cancelled? Cancelled, DateOnly FirstSet, Moved? Moved);

/// <param name="At">When the secretariat does it.</param>
internal abstract record CalendarChange(DateTimeOffset At);

internal sealed record Moved(DateTimeOffset At, string Meeting, DateOnly To, string Reason) : CalendarChange(At);

/// <param name="Written">A short written status is sent instead.</param>
internal sealed record Cancelled(DateTimeOffset At, string Meeting, string Reason, bool Written) : CalendarChange(At);

/// <summary>An extraordinary meeting.</summary>
internal sealed record Called(DateTimeOffset At, string Forum, DateOnly On, TimeOnly? Start) : CalendarChange(At)
{
    public string Meeting => new PlannedMeeting(Forum, On).Id;
}

/// <summary>One initiative's year.</summary>
/// <param name="Submitted">When its order confirmation is sent in, and again after a return.</param>
/// <param name="Paused">From and to.</param>
internal sealed record Work(int Number, string Owner, string Lead, string Organisation, IReadOnlyList<DateOnly> Submitted, (DateOnly From, DateOnly To)? Paused = null);

/// <summary>When whoever answers for an initiative gives its status in a round.</summary>
internal enum Habit
{
    Prompt,
    AfterReminder,
    LastDay,

    /// <summary>Late, and before the pack is made.</summary>
    LateBeforePack,

    /// <summary>Late, when the pack is out.</summary>
    LateAfterPack,

    /// <summary>The same, in the night in which the clocks change.</summary>
    InTheNightOfTheClocks,
    Missing,
}
