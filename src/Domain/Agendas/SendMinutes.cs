namespace Initiatives.Domain;

/// <summary>The approved minutes go to the forum's own members and to those of the forums that the cluster's rule names.</summary>
public sealed record SendMinutes(string Meeting, string Forum) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting) =>
        agenda.SentTo is not null
            ? Decision<AgendaEvent>.Nothing
            : OfForum(setting)
                .If(!agenda.IsFrozen, AgendaRefusals.MinutesNotApproved)
                .Else(() => new MinutesSent(Meeting, [Forum, .. setting.Cluster.Distribution.FirstOrDefault(d => d.MinutesOf == Forum)?.SentTo ?? []]));
}
