namespace Initiatives.Domain;

/// <summary>The minutes go out once more, to those whom they did not reach and who have an address by now. Who those are the register tells.</summary>
/// <param name="Missed">Ids of people, and of forums without members, whom the minutes have not reached.</param>
/// <param name="Reachable">Ids of the people among them who can be reached now.</param>
public sealed record SendMinutesAgain(string Meeting, string Forum, IReadOnlyList<string> Missed, IReadOnlyList<string> Reachable) : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting)
    {
        string[] to = [.. Reachable.Except(agenda.SentAgain)];
        if (agenda.SentTo is not null && to.Length == 0 && (Missed.Count == 0 || Reachable.Count > 0))
            return Decision<AgendaEvent>.Nothing;
        var rules = OfForum(setting);
        return rules
            .If(!agenda.IsFrozen, AgendaRefusals.MinutesNotApproved)
            .If(agenda is { IsFrozen: true, SentTo: null }, AgendaRefusals.MinutesNotSent)
            .If(agenda.SentTo is not null && to.Length == 0, AgendaRefusals.MinutesReachNobody)
            .Each(to, "reachable", (id, path) => rules.Id(id, path))
            .Else(() => new MinutesSentAgain(Meeting, to));
    }
}
