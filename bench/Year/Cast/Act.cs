namespace Initiatives.Year.Cast;

/// <summary>One thing that somebody does at their hour.</summary>
/// <param name="Name">Unique within the town: an act cut off in the middle is done again under the same keys.</param>
/// <param name="What">In Danish, for whoever looks through the year.</param>
internal sealed record Act(DateTimeOffset At, string Town, string Name, string What, Func<Desk, Task> Do);

/// <summary>A status given.</summary>
/// <param name="At">Before or after the due day.</param>
internal sealed record GivenStatus(int Number, string Meeting, DateTimeOffset At, string Light);

/// <summary>What is done by one town's people in the year, and what of it decides who is to be told what and when.</summary>
internal sealed record Script(Town Town, IReadOnlyList<Act> Acts)
{
    public required IReadOnlyList<GivenStatus> Statuses { get; init; }

    /// <summary>The day each initiative started.</summary>
    public required IReadOnlyDictionary<int, DateOnly> Starts { get; init; }

    /// <summary>When each meeting's minutes are sent out.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> MinutesSent { get; init; }

    /// <summary>When the chair approves the minutes of each meeting.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> MinutesApproved { get; init; }
}
