namespace Initiatives.Domain;

/// <summary>An organisation wants to own the initiative or take part in it. The last word of an organisation counts.</summary>
public sealed record StateInterest(string Organisation, Interest Interest, string? Note = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var fact = new InterestStated(Organisation, Interest, Note);
        return initiative.Interests.Contains(fact)
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .Organisation(Organisation, "organisation")
                .If(!Enum.IsDefined(Interest), () => InitiativeRefusals.ValueUnknown("interest"))
                .Note(Note, "note")
                .Else(() => [fact]);
    }
}
