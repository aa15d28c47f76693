namespace Initiatives.Domain;

/// <summary>Which round a status answers: the managing forum's next meeting, once its round has opened.</summary>
/// <param name="Meeting">Null between rounds.</param>
/// <param name="Late">After the due day; the due day itself is not late, and a late status is still taken.</param>
internal sealed record StatusRound(string? Meeting, bool Late)
{
    public static StatusRound On(Setting setting) =>
        setting.Cluster.ManagingForum is { } forum
        && setting.Calendar.Next(forum.Id, setting.Today) is { RoundOpened: { } opened } meeting
        && opened <= setting.Today
            ? new StatusRound(meeting.Id, setting.Today > meeting.RoundDue)
            : new StatusRound(null, false);
}
