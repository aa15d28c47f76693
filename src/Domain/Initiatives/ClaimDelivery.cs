namespace Initiatives.Domain;

/// <summary>The owner claims delivery, measured against the indicators; the forums of the chain judge it.</summary>
public sealed record ClaimDelivery(string Claim, IReadOnlyList<IndicatorReading> Readings) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        initiative.Claim is { } made && made.Claim.Claim == Claim && made.Claim.Readings.SequenceEqual(Readings)
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .InDelivery()
                .Text(Claim, "claim", ("hvad der er leveret", "what has been delivered"))
                .Readings(Readings, "readings", initiative.Terms, setting.Today)
                .Else(() => [new DeliveryClaimed(setting.Today, Claim, Readings)]);
}
