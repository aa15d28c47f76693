namespace Initiatives.Domain;

/// <summary>The initiative gets another name; the old one stays in its history.</summary>
public sealed record RenameInitiative(string Title, string Reason) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Exists && initiative.Title == Title
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .Text(Title, "title", ("en titel", "a title"), BrokenRules.LongestTitle)
                .Text(Reason, "reason", ("en begrundelse", "a reason"))
                .Else(() => [new InitiativeRenamed(initiative.Title, Title, Reason)]);
}
