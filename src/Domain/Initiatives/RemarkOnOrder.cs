namespace Initiatives.Domain;

/// <summary>A forum notes something on the order that binds nobody.</summary>
public sealed record RemarkOnOrder(string Forum, string Text) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var fact = new OrderRemarkAdded(Forum, Text);
        return initiative.LastRemark == fact
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .Forum(Forum)
                .Text(Text, "text", ("bemærkningen", "the remark"))
                .Else(() => [fact]);
    }
}
