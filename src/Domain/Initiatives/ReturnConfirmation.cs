namespace Initiatives.Domain;

/// <summary>A forum sends a revision back to the owner, who answers with the next; terms in force stay in force.</summary>
public sealed record ReturnConfirmation(int Revision, string Forum, string Reasons, DecidedHow How, string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Returned is { } r && r.Revision == Revision && r.Forum == Forum && r.Reasons == Reasons
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .AwaitsDecision(Revision, Forum)
                .Decided(How, Meeting, Forum)
                .Text(Reasons, "reasons", ("en begrundelse", "the reasons"))
                .Else(() => [new ConfirmationReturned(Revision, Forum, Reasons, How, Meeting)]);
}
