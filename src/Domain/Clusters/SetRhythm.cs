namespace Initiatives.Domain;

/// <summary>How a forum's rounds and packs fall around its meetings, from now on: an open round keeps the due day it told.</summary>
public sealed record SetRhythm(string Forum, Rhythm Rhythm) : ClusterCommand
{
    private const int LongestLead = 120;
    private const int LongestReminder = 20;

    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting) =>
        cluster.Forum(Forum)?.Rhythm == Rhythm
            ? Decision<ClusterEvent>.Nothing
            : Of(cluster)
                .Forum(cluster, Forum)
                .If(
                    Rhythm.OpensDaysBefore > LongestLead || Rhythm.PackDaysBefore < 0 || Rhythm.Hour is < 0 or > 23
                        || Rhythm.ReminderWorkingDaysBefore is < 0 or > LongestReminder,
                    ClusterRefusals.RhythmOutOfRange)
                .If(
                    Rhythm.OpensDaysBefore <= Rhythm.DeadlineDaysBefore || Rhythm.DeadlineDaysBefore <= Rhythm.PackDaysBefore,
                    ClusterRefusals.RhythmOutOfOrder)
                .Else(() => new RhythmSet(Forum, Rhythm));
}
