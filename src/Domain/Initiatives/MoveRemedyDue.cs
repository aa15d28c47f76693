namespace Initiatives.Domain;

/// <summary>The managing forum gives a remedy another due date.</summary>
public sealed record MoveRemedyDue(int Remedy, string Forum, DateOnly Due, string Reason) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Remedy(Remedy) is { State: RemedyState.Agreed } remedy && remedy.Due == Due
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .KnownRemedy(Remedy)
                .If(initiative.Remedy(Remedy)?.State is RemedyState.Done, () => InitiativeRefusals.RemedyAlreadyDone(Remedy))
                .If(initiative.Remedy(Remedy)?.State is RemedyState.Dropped, () => InitiativeRefusals.RemedyAlreadyDropped(Remedy))
                .Forum(Forum, ForumDuty.ManageDeviations)
                .Date(Due, "due")
                .If(Due < setting.Today, () => InitiativeRefusals.DatePast("due"))
                .Text(Reason, "reason", ("en begrundelse", "a reason"))
                .Else(() => [new RemedyDueMoved(Remedy, Forum, Due, Reason)]);
}
