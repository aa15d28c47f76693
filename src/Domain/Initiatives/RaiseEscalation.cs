namespace Initiatives.Domain;

/// <summary>The managing forum sends a question and a recommendation one forum up the chain, and no further.</summary>
/// <param name="To">The forum that <paramref name="From"/> escalates to.</param>
public sealed record RaiseEscalation(
    int Deviation,
    string From,
    string To,
    string Question,
    string Recommendation,
    DateOnly? DecisionBy = null,
    string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        if (initiative.OpenEscalations.Any(e => e.Deviation == Deviation && e.From == From && e.Question == Question && e.Recommendation == Recommendation && e.DecisionBy == DecisionBy))
            return Decision<InitiativeEvent>.Nothing;
        var from = setting.Cluster.Forum(From);
        return new BrokenRules(initiative, setting)
            .NotEnded()
            .OpenDeviation(Deviation)
            .Forum(From, "from", ForumDuty.ManageDeviations)
            .If(from is not null && (from.EscalatesTo is null || from.EscalatesTo != To), () => InitiativeRefusals.EscalatesElsewhere(from!, setting.Cluster.Forum(from!.EscalatesTo ?? "")))
            .KnownForum(To, "to")
            .Meeting(Meeting, From)
            .Text(Question, "question", ("det spørgsmål, der skal besvares", "the question to be answered"))
            .Text(Recommendation, "recommendation", ("forummets indstilling", "the forum's recommendation"))
            .Date(DecisionBy, "decisionBy")
            .If(DecisionBy < setting.Today, () => InitiativeRefusals.DatePast("decisionBy"))
            .Else(() => [new EscalationRaised(initiative.Escalations + 1, Deviation, From, To, Question, Recommendation, DecisionBy, Meeting)]);
    }
}
