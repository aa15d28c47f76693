namespace Initiatives.Domain;

/// <summary>What a move does besides moving, which whoever moves a meeting may not have meant: worth a question, never a refusal.</summary>
/// <param name="OffDay">The new day, when nobody works on it; null otherwise.</param>
/// <param name="DueOver">The due day of the round, when the move puts it where nobody can meet it, so that nobody is asked any more; null otherwise.</param>
/// <param name="PackDay">The pack's day, when it is there or over already, so that the pack is made at once; null otherwise.</param>
public sealed record MoveEffects(DateOnly? OffDay, DateOnly? DueOver, DateOnly? PackDay)
{
    public static MoveEffects None { get; } = new(null, null, null);

    public bool Any => this != None;

    /// <summary>None where the move is refused, or is no move: that is told when it is tried.</summary>
    public static MoveEffects Of(MoveMeeting move, Calendar calendar, Setting setting)
    {
        if (calendar.Find(move.Meeting) is not { } before || setting.Cluster.Forum(before.Forum) is not { } forum
            || move.Decide(calendar, setting).Events is not [MeetingMoved moved])
            return None;

        var after = Round.Of(Calendar.Evolve(calendar, moved).Find(move.Meeting)!, forum.Rhythm);
        var asks = setting.Cluster.ManagingForum?.Id == forum.Id;
        return new MoveEffects(
            WorkingDays.Is(move.To) ? null : move.To,
            asks && after.ShortNotice && !Round.Of(before, forum.Rhythm).ShortNotice ? after.Due : null,
            after.PackDay <= setting.Today ? after.PackDay : null);
    }
}
