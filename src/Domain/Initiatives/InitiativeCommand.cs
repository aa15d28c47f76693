namespace Initiatives.Domain;

/// <summary>
/// Something a person wants of one initiative. Each command decides by itself, purely: the same state and setting give
/// the same answer, and sending it again when it is done gives no new facts.
/// </summary>
public abstract record InitiativeCommand
{
    /// <summary>The facts that follow, or why not.</summary>
    public abstract Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting);
}
