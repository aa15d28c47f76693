using Initiatives.Domain;
using Initiatives.Reporting.Record;
using OpenDeviation = Initiatives.Domain.OpenDeviation;

namespace Initiatives.Reporting.Agendas;

/// <summary>
/// What of one initiative awaits a forum at its meeting, each as an item with the customary recommendation (minutes 000 to 004). Danish:
/// the agenda is the cluster's document, whichever language its reader's screens are in.
/// </summary>
/// <param name="day">The day it is judged on.</param>
internal sealed class Awaiting(Cluster cluster, Calendar calendar, Forum forum, DateOnly day)
{
    /// <summary>The item, and where a forum has put it off to.</summary>
    public sealed record Found(AgendaItem Item, string? PostponedTo, int Severity, DateOnly Since)
    {
        /// <summary>What can be agreed to without a meeting, continuing "Det indstilles, at Chefforum"; null where only talk can decide it.</summary>
        public string? Proposed { get; init; }
    }

    private static readonly DateOnly Last = DateOnly.MaxValue;

    public IEnumerable<Found> Of(InitiativeRecord record, Initiative state)
    {
        if (!state.Exists || state.HasEnded) yield break;
        var about = new InitiativeRef(state.Plan, state.Number);
        foreach (var escalation in state.OpenEscalations)
        {
            if (escalation is { Answer: null } && escalation.With == forum.Id) yield return Escalated(state, escalation, about);
            if (escalation is { Answer: { } answer } && escalation.From == forum.Id) yield return Answered(state, escalation, answer, about);
        }
        if (state is { Deviation: { } deviation, Phase: not Phase.Paused } && cluster.ManagingForum?.Id == forum.Id) yield return Deviating(record, state, deviation, about);
        if (cluster.ManagingForum?.Id == forum.Id && Silent(record, state, about) is { } silent) yield return silent;
        if (state is { Pending: { } pending, Claim: null } && IsNext(pending.Approvals.Select(a => a.Forum))) yield return Confirmed(state, pending, about);
        if (state.Claim is { } claim && IsNext(claim.Approvals.Select(a => a.Forum))) yield return Claimed(state, Claims(record), about);
    }

    /// <summary>How often delivery has been claimed: a claim's number.</summary>
    public static int Claims(InitiativeRecord record) => record.Events.Count(e => e.Fact is DeliveryClaimed);

    private bool IsNext(IEnumerable<string> approvedBy) => cluster.ApprovalChain.FirstOrDefault(f => !approvedBy.Contains(f.Id))?.Id == forum.Id;

    private Found Escalated(Initiative state, OpenEscalation escalation, InitiativeRef about) => new(
        Item(
            AgendaItemKind.Escalation, about, escalation.Number, $"Eskalering: indsats {state.Number}, {state.Title}",
            $"besvarer {Name(escalation.From)}s spørgsmål om indsats {state.Number}{(escalation.DecisionBy is { } by ? $" senest {Danish.Date(by)}" : "")}: {escalation.Question}\n{Name(escalation.From)} indstiller: {escalation.Recommendation}"),
        null, 0, escalation.DecisionBy ?? Last)
    {
        Proposed = $"følger {Name(escalation.From)}s indstilling om indsats {state.Number}: {escalation.Recommendation}",
    };

    private Found Answered(Initiative state, OpenEscalation escalation, EscalationDecided answer, InitiativeRef about) => Agreeable(
        AgendaItemKind.Answer, about, escalation.Number, $"Svar fra {Name(answer.Forum)}: indsats {state.Number}, {state.Title}", $"tager svaret fra {Name(answer.Forum)} til efterretning: {answer.Decision}");

    private Found Deviating(InitiativeRecord record, Initiative state, OpenDeviation deviation, InitiativeRef about)
    {
        var light = new Domain.Board(calendar, cluster).At(record.Card.Track, day).State;
        return new(
            Item(AgendaItemKind.Deviation, about, deviation.Number, $"Afvigelse: indsats {state.Number}, {state.Title}", Asked(state, deviation)),
            null, BoardView.Severity(light), deviation.OpenedOn)
        {
            Proposed = Proposed(state, deviation),
        };
    }

    // Which track to choose, what to do after an answer and whether to escalate are choices: members cannot say yes to them.
    private string? Proposed(Initiative state, OpenDeviation deviation) => state.OpenEscalations.FirstOrDefault(e => e.Deviation == deviation.Number) switch
    {
        { Answer: null } => Asked(state, deviation),
        null when deviation.Light is TrafficLight.Green => Asked(state, deviation),
        null when deviation.Track?.Track is DeviationTrack.CloseInitiative => FormattableString.Invariant($"lukker indsats {state.Number}"),
        _ => null,
    };

    // One item for one case: its overdue remedies are named in it, and are no items of their own.
    private string Asked(Initiative state, OpenDeviation deviation)
    {
        var n = FormattableString.Invariant($"{state.Number} ({Story.Light(deviation.Light).Danish})");
        var escalation = state.OpenEscalations.FirstOrDefault(e => e.Deviation == deviation.Number);
        if (escalation is { Answer: null }) return $"tager til efterretning, at eskaleringen af indsats {n} afventer svar fra {Name(escalation.With)}";
        if (escalation is { Answer: { } answer }) return $"beslutter det videre forløb for indsats {n} på baggrund af svaret fra {Name(answer.Forum)}";
        if (deviation.Light is TrafficLight.Green) return $"bekræfter effekten og lukker afvigelsen på indsats {n}";
        if (deviation.Track is null) return $"drøfter afvigelsen på indsats {n} og vælger spor: tilbage til planen, omplanlægning eller luk";
        if (deviation.Track.Track is DeviationTrack.CloseInitiative) return $"beslutter, om indsats {n} skal lukkes";
        var proposals = Proposals.For(state, new Setting(day, cluster, calendar));
        var overdue = proposals.Where(p => p.Remedy is not null).Select(p => $"afhjælpning {p.Remedy}, der skulle være gennemført {Danish.Date(p.Since)}").ToList();
        return $"følger op på afhjælpningen af indsats {n}{(overdue.Count > 0 ? ", herunder " + Danish.List(overdue) : "")}"
            + (proposals.Count > 0 && forum.EscalatesTo is { } up ? $", og tager stilling til, om den skal eskaleres til {Name(up)}" : "");
    }

    // The same item until it is answered: it is about the status that was the last.
    private Found? Silent(InitiativeRecord record, Initiative state, InitiativeRef about)
    {
        var board = new Domain.Board(calendar, cluster);
        var missed = board.MissedRunning(record.Card.Track, day);
        if (missed < Domain.Board.RoundsOneMayMiss) return null;
        var last = board.At(record.Card.Track, day);
        var known = last is { LastKnown: { } light, AgeDays: { } age } ? $"Seneste status var {Story.Light(light).Danish}, {Danish.Date(day.AddDays(-age))}." : "Der er aldrig givet status.";
        var item = Item(
            AgendaItemKind.Silence, about, last.Status ?? 0, $"Manglende status: indsats {state.Number}, {state.Title}",
            $"drøfter, at indsats {state.Number} ikke har givet status i {Danish.Count(missed, "runde", "runder")} i træk, og beslutter, hvordan den skal indhentes");
        return new(item with { Background = known }, null, 0, Last);
    }

    private Found Confirmed(Initiative state, Domain.Confirmation pending, InitiativeRef about)
    {
        var what = pending.Revision == 1 ? "ordrebekræftelsen" : FormattableString.Invariant($"revision {pending.Revision} af ordrebekræftelsen");
        return Agreeable(AgendaItemKind.Confirmation, about, pending.Revision, $"Ordrebekræftelse: indsats {state.Number}, {state.Title}", $"godkender {what} for indsats {state.Number}, {state.Title}")
            with { PostponedTo = pending.Postponed is { } put && put.Forum == forum.Id ? put.ToMeeting : null };
    }

    private Found Claimed(Initiative state, int claims, InitiativeRef about) => Agreeable(
        AgendaItemKind.Closing, about, claims, $"Afslutning: indsats {state.Number}, {state.Title}", $"godkender, at indsats {state.Number}, {state.Title}, er leveret og afsluttes");

    // At a meeting and in writing it is the same sentence.
    private Found Agreeable(AgendaItemKind kind, InitiativeRef about, int part, string heading, string asked) =>
        new(Item(kind, about, part, heading, asked), null, 0, Last) { Proposed = asked };

    private AgendaItem Item(AgendaItemKind kind, InitiativeRef about, int part, string heading, string asked) =>
        new(AgendaItem.KeyOf(kind, about, part), kind, heading, Customary(forum, asked), about, part);

    /// <summary>"Det indstilles, at Chefforum godkender dagsordenen."</summary>
    public static string Customary(Forum forum, string asked) => $"Det indstilles, at {forum.Name} {asked}{(asked[^1] is '.' or '?' or '!' ? "" : ".")}";

    private string Name(string id) => cluster.Forum(id)?.Name ?? id;
}
