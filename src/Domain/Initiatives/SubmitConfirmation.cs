namespace Initiatives.Domain;

/// <summary>
/// The owner answers the order with delivery terms, or re-plans with the next revision. Revisions are numbered in the
/// order they are submitted, a returned or overtaken one too: a returned revision 1 is answered by revision 2. A newer
/// one takes the place of the one under way and starts at the first forum; terms in force stay so until the last approval.
/// </summary>
/// <param name="Revision">The next number: it tells a repeated submission from a new one.</param>
/// <param name="Reason">Demanded from revision 2 on.</param>
public sealed record SubmitConfirmation(int Revision, DeliveryTerms Terms, string? Reason = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var current = initiative.Pending ?? initiative.InForce;
        if (current?.Revision == Revision && current.Terms == Terms && current.Reason == Reason)
            return Decision<InitiativeEvent>.Nothing;
        var broken = new BrokenRules(initiative, setting)
            .NotEnded()
            .If(initiative is { Exists: true, Ownership: null, HasEnded: false }, InitiativeRefusals.NotAnchored)
            .If(initiative.Phase is Phase.Delivered, InitiativeRefusals.IsDelivered)
            .If(Revision != initiative.Revision + 1, () => InitiativeRefusals.RevisionOutOfOrder(initiative.Revision + 1))
            .Terms(Terms);
        // The first answer needs no reason; every later one says why it differs.
        return (initiative.Revision > 0 ? broken.Text(Reason, "reason", ("en begrundelse", "a reason")) : broken.Note(Reason, "reason"))
            .Else(() => [new ConfirmationSubmitted(Revision, Terms, Reason)]);
    }
}
