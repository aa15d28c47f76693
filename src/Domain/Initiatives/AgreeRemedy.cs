namespace Initiatives.Domain;

/// <summary>The managing forum agrees what is done about a deviation, by whom and by when.</summary>
/// <param name="Who">Organisation or person id.</param>
public sealed record AgreeRemedy(int Deviation, string Forum, string What, string Who, DateOnly Due, string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Deviation?.Remedies.Any(r => r.State is RemedyState.Agreed && r.What == What && r.Who == Who && r.Due == Due) == true
            && initiative.Deviation.Number == Deviation
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .OpenDeviation(Deviation)
                .Forum(Forum, ForumDuty.ManageDeviations)
                .Meeting(Meeting, Forum)
                .Text(What, "what", ("hvad der skal gøres", "what is to be done"))
                .Person(Who, "who")
                .Date(Due, "due")
                .If(Due < setting.Today, () => InitiativeRefusals.DatePast("due"))
                .Else(() => [new RemedyAgreed(Deviation, initiative.Remedies + 1, Forum, What, Who, Due, Meeting)]);
}
