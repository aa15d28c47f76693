namespace Initiatives.Domain;

/// <summary>A patient representative comments on the initiative's stance on patient involvement, also after it has ended.</summary>
/// <param name="Status">The number of the status commented on; null for the initiative as such.</param>
public sealed record CommentPatientInvolvement(int? Status, string Comment) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var fact = new PatientInvolvementCommented(Status, Comment);
        return initiative.LastComment == fact
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .Ordered()
                .If(Status is { } s && (s < 1 || s > initiative.Statuses), InitiativeRefusals.StatusUnknown)
                .Text(Comment, "comment", ("kommentaren", "the comment"))
                .Else(() => [fact]);
    }
}
