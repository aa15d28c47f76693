namespace Initiatives.Domain;

/// <summary>A remedy has been carried out; whether it helped is for the managing forum to confirm.</summary>
/// <param name="On">The day it was done.</param>
public sealed record CompleteRemedy(int Remedy, DateOnly On, string? Effect = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Remedy(Remedy) is { State: RemedyState.Done }
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .KnownRemedy(Remedy)
                .If(initiative.Remedy(Remedy)?.State is RemedyState.Dropped, () => InitiativeRefusals.RemedyAlreadyDropped(Remedy))
                .Date(On, "on")
                .If(On > setting.Today, () => InitiativeRefusals.DateInFuture("on"))
                .Note(Effect, "effect")
                .Else(() => [new RemedyDone(Remedy, On, Effect)]);
}
