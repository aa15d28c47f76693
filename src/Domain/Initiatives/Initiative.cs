namespace Initiatives.Domain;

/// <summary>One initiative as later decisions need it; screens have read models of their own.</summary>
public sealed record Initiative(string Plan, int Number, Phase Phase)
{
    /// <summary>Before it is ordered.</summary>
    public static Initiative None { get; } = new("", 0, Phase.Ordered);

    public bool Exists => Number > 0;

    public static Initiative Evolve(Initiative initiative, InitiativeEvent @event) => @event switch
    {
        InitiativeOrdered e => initiative with { Plan = e.Plan, Number = e.Number },
        _ => initiative,
    };
}
