namespace Initiatives.Domain;

/// <summary>
/// What a decision came to: the facts that now hold, or why not. No facts and no refusal means that it was done
/// already, so that any command may be sent again.
/// </summary>
/// <typeparam name="TEvent">The noun's own facts.</typeparam>
public sealed class Decision<TEvent>
    where TEvent : class
{
    private Decision(IReadOnlyList<TEvent> events, IReadOnlyList<Refusal> refusals) =>
        (Events, Refusals) = (events, refusals);

    /// <summary>The new facts, in the order they happened; empty when refused or already done.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>Every broken rule that could be told at once; empty when the decision holds.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when at least one rule was broken.</summary>
    public bool IsRefused => Refusals.Count > 0;

    /// <summary>It was done already.</summary>
    public static Decision<TEvent> Nothing { get; } = new([], []);

    /// <summary>These facts now hold.</summary>
    public static Decision<TEvent> Of(params IReadOnlyList<TEvent> events) => new(events, []);

    /// <summary>It is refused, for each of these reasons.</summary>
    public static Decision<TEvent> Refuse(params IReadOnlyList<Refusal> refusals) => new([], refusals);

    public static implicit operator Decision<TEvent>(TEvent @event) => Of(@event);

    public static implicit operator Decision<TEvent>(TEvent[] events) => Of(events);

    public static implicit operator Decision<TEvent>(List<TEvent> events) => Of(events);

    public static implicit operator Decision<TEvent>(Refusal refusal) => Refuse(refusal);
}
