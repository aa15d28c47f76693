namespace Initiatives.Domain;

/// <summary>The managing forum gives a remedy up.</summary>
public sealed record DropRemedy(int Remedy, string Forum, string Reason) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Remedy(Remedy) is { State: RemedyState.Dropped }
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .KnownRemedy(Remedy)
                .If(initiative.Remedy(Remedy)?.State is RemedyState.Done, () => InitiativeRefusals.RemedyAlreadyDone(Remedy))
                .Forum(Forum, ForumDuty.ManageDeviations)
                .Text(Reason, "reason", ("en begrundelse", "a reason"))
                .Else(() => [new RemedyDropped(Remedy, Forum, Reason)]);
}
