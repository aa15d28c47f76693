using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;
using Escalation = Initiatives.Reporting.Record.Escalation;
using Remedy = Initiatives.Reporting.Record.Remedy;

namespace Initiatives.Reporting.Packs;

/// <summary>One deviation as a forum must see it: what, since when, why, what is being done, whose turn.</summary>
/// <param name="Since">"siden 30. aug. 2023 (2 møder)".</param>
/// <param name="LightSince">The same for the light it has now, where it was another at first.</param>
/// <param name="Account">The owner's account; null when a light that is not green came without one.</param>
/// <param name="Voice">Whose words the account is, and from when.</param>
/// <param name="WantedFrom">The forum that the owner wants a decision of, which none has acted on yet; null otherwise.</param>
/// <param name="AtWork">Who works on what is agreed; null stands for the owner.</param>
/// <param name="Turn">Whose move it is, and which.</param>
/// <param name="Proposal">Why the system proposes to escalate; null when it does not. The forum decides.</param>
public sealed record DeviationCase(
    int Number,
    string Title,
    string Owner,
    bool Attention,
    BoardCell Now,
    string Since,
    string? LightSince,
    Dimensions? Dimensions,
    string? OverrideReason,
    DeviationAccount? Account,
    string? DecisionFrom,
    string? Progress,
    string? NextStep,
    string? Voice,
    DeviationTrack? Track,
    IReadOnlyList<RemedyLine> Remedies,
    IReadOnlyList<EscalationLine> Escalations,
    TermsComparison? Terms,
    string? WantedFrom,
    IReadOnlyList<string?> AtWork,
    string Turn,
    string? Proposal,
    bool AwaitsClosing)
{
    /// <summary>The open deviations of the plan, worst first.</summary>
    internal static IReadOnlyList<DeviationCase> All(PackMaterial material) =>
    [
        .. from row in material.Rows
           let initiative = material.Initiative(row)
           from deviation in initiative.Deviations
           where deviation.IsOpen
           orderby BoardView.Severity(row.Now.State), deviation.Since, row.Card.Number
           select Of(material, row, initiative, deviation),
    ];

    private static DeviationCase Of(PackMaterial material, BoardRow row, InitiativeRecord initiative, Record.Deviation deviation)
    {
        var status = material.Speaking(row);
        // A status that has turned green again no longer holds the account: the last one that was not green does.
        var accounted = status?.Content.Deviation is null ? initiative.Statuses.LastOrDefault(s => s.Content.Deviation is not null) : status;
        var state = initiative.Events.Aggregate(Domain.Initiative.None, (now, told) => Domain.Initiative.Evolve(now, told.Fact));
        var redSince = state.Deviation is { RedSince: { } red } && red > deviation.Since ? red : (DateOnly?)null;
        var remedies = deviation.Remedies.Select(r => RemedyLine.Of(material, initiative, r)).ToList();
        var wanted = CaseTurn.Wanting(initiative, deviation)?.Content.Deviation?.DecisionFrom is { } wish ? material.Name(wish) : null;
        var atWork = CaseTurn.AtWork(initiative, deviation, material.Cluster).Select(id => id == initiative.Card.OwnerOrganisation ? null : material.Name(id)).ToList();
        return new(
            row.Card.Number,
            row.Card.Title,
            material.Owner(initiative),
            row.Card.Attention is not null,
            row.Now,
            material.Since(deviation.Since),
            redSince is { } turned ? $"rød {material.Since(turned)}" : null,
            status?.Content.Dimensions,
            status?.Content.OverrideReason,
            accounted?.Content.Deviation,
            accounted?.Content.Deviation?.DecisionFrom is { } from ? material.Name(from) : null,
            status?.Content.Progress,
            status?.Content.NextStep,
            accounted is null ? null : material.Voice(initiative, accounted),
            deviation.Track?.Fact.Track,
            remedies,
            [.. deviation.Escalations.Select(e => EscalationLine.Of(material, row, e))],
            PackMaterial.Terms(initiative),
            wanted,
            atWork,
            WhoseTurn(material, initiative, state, deviation.OpenEscalation, wanted, atWork),
            Propose(material, state),
            deviation.Light == TrafficLight.Green);
    }

    // Who is the domain's answer; only the words for what they must do are ours.
    private static string WhoseTurn(PackMaterial material, InitiativeRecord initiative, Initiative state, Escalation? escalation, string? wanted, IReadOnlyList<string?> atWork)
    {
        var turn = CaseTurn.Of(initiative, state, material.Cluster);
        if (turn.Waiting == Waiting.Nobody)
            return "ingen: indsatsen er sat på pause eller afsluttet";
        if (turn is not { Waiting: Waiting.Forum, Forum: { } forum })
            return $"{Working(atWork, "Ejeren")} arbejder på afhjælpningen";
        var name = material.Name(forum);
        return name + (escalation, state.Deviation) switch
        {
            ({ Decided: null }, _) => " skal besvare eskaleringen",
            ({ Noted: null }, _) => " skal tage svaret på eskaleringen til efterretning",
            (_, { Light: TrafficLight.Green }) => " skal bekræfte effekten og lukke afvigelsen",
            (_, { Track: null }) => " skal vælge spor",
            (_, { Track.Track: DeviationTrack.Replan }) => " skal godkende omplanlægningen",
            (_, { Track.Track: DeviationTrack.BackToPlan }) when wanted is not null => wanted == name ? " skal tage den beslutning, som ejeren ønsker" : $" skal vælge spor eller eskalere: ejeren ønsker en beslutning fra {wanted}",
            _ => " skal beslutte, om indsatsen lukkes",
        };
    }

    /// <param name="owner">What the owner is called where it stands.</param>
    internal static string Working(IReadOnlyList<string?> atWork, string owner) => atWork.Count == 0 ? owner : Danish.List([.. atWork.Select(who => who ?? owner)]);

    private static string? Propose(PackMaterial material, Initiative state)
    {
        var proposals = Proposals.For(state, new Setting(material.Day, material.Cluster, material.Record.Calendar));
        if (proposals.Count == 0 || material.Managing?.EscalatesTo is not { } up)
            return null;
        var reasons = proposals.Select(p => p.Remedy is { } remedy
            ? FormattableString.Invariant($"afhjælpning {remedy} skulle være gennemført {Danish.Date(p.Since)}")
            : $"den har været rød siden {Danish.Date(p.Since)}, hen over {Danish.Count(material.MeetingsSince(p.Since), "møde", "møder")}").ToList();
        return $"Foreslås eskaleret til {material.Name(up)}: {Danish.List(reasons)}.";
    }
}

/// <summary>A remedy and how it goes.</summary>
/// <param name="State">"aftalt", "gennemført 12. okt. 2023", "over fristen (8 dage)", "opgivet".</param>
public sealed record RemedyLine(int Number, string What, string Who, DateOnly Due, string State, bool IsOverdue, string? Effect)
{
    internal static RemedyLine Of(PackMaterial material, InitiativeRecord initiative, Remedy remedy)
    {
        var overdue = remedy.IsOverdue(material.Day);
        var state = remedy switch
        {
            { Done: { } done } => $"gennemført {Danish.Date(done.Fact.On)}",
            { Dropped: not null } => "opgivet",
            _ when overdue => $"over fristen ({Danish.Count(material.Day.DayNumber - remedy.Due.DayNumber, "dag", "dage")})",
            _ => "i gang",
        };
        return new(remedy.Number, remedy.Agreed.Fact.What, material.Part(initiative, remedy.Agreed.Fact.Who), remedy.Due, state, overdue, remedy.Done?.Fact.Effect ?? remedy.Dropped?.Fact.Reason);
    }
}

/// <summary>A question sent up the chain, and the answer when there is one.</summary>
/// <param name="AgeDays">Days since it was raised, or that it took to be answered.</param>
/// <param name="Answer">"økonomi, 250.000 kr."; null while undecided.</param>
public sealed record EscalationLine(
    int Initiative,
    string Title,
    BoardState Light,
    string From,
    string To,
    string AtForum,
    DateOnly Raised,
    int AgeDays,
    string Question,
    string Recommendation,
    DateOnly? DecisionBy,
    string? Answer,
    string? Decision,
    DateOnly? Decided,
    bool IsNoted)
{
    public bool IsOpen => Decided is null;

    internal static EscalationLine Of(PackMaterial material, BoardRow row, Escalation escalation)
    {
        var raised = escalation.Raised;
        var decided = escalation.Decided;
        return new(
            row.Card.Number,
            row.Card.Title,
            row.Now.State,
            material.Name(raised.Fact.From),
            material.Name(raised.Fact.To),
            escalation.AtForum,
            raised.Stamp.On,
            (decided?.Stamp.On ?? material.Day).DayNumber - raised.Stamp.On.DayNumber,
            raised.Fact.Question,
            raised.Fact.Recommendation,
            raised.Fact.DecisionBy,
            decided is null ? null : Story.Answer(decided.Fact.Answer).Danish + (decided.Fact.Amount is { } amount ? $", {Danish.Money(amount)}" : ""),
            decided?.Fact.Decision,
            decided?.Stamp.On,
            escalation.Noted is not null);
    }
}
