namespace Initiatives.Domain;

/// <summary>One pack for one occasion, as the next edition needs it.</summary>
/// <param name="Editions">How many there are; the last one's number.</param>
public sealed record Pack(int Editions, long CutOff, string ContentHash)
{
    /// <summary>Before its first edition.</summary>
    public static Pack None { get; } = new(0, 0, "");

    public static Pack Evolve(Pack pack, PackEvent @event) => @event switch
    {
        EditionIssued e => new Pack(e.Edition, e.CutOff, e.ContentHash),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} has no fold in Pack."),
    };
}
