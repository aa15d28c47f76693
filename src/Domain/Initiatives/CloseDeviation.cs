namespace Initiatives.Domain;

/// <summary>
/// After green, the managing forum confirms the effect and closes the case. The other way out, accepting the deviation
/// through a re-plan, happens by itself when the new terms take force.
/// </summary>
public sealed record CloseDeviation(int Deviation, string Forum, string Effect, string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting) =>
        Deviation >= 1 && Deviation <= initiative.Deviations && initiative.Deviation?.Number != Deviation && !initiative.HasEnded
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .OpenDeviation(Deviation)
                .Forum(Forum, ForumDuty.ManageDeviations)
                .If(initiative.Deviation is { Light: not TrafficLight.Green }, InitiativeRefusals.DeviationNotGreen)
                .If(initiative.Deviation?.Remedies.Any(r => r.State is RemedyState.Agreed) == true, InitiativeRefusals.RemediesOpen)
                .If(initiative.OpenEscalations.Any(e => e.Deviation == Deviation), InitiativeRefusals.EscalationOpen)
                .Meeting(Meeting, Forum)
                .Text(Effect, "effect", ("hvilken effekt afhjælpningen har haft", "what effect the remedies have had"))
                .Else(() => [new DeviationClosed(Deviation, Forum, DeviationClosing.EffectConfirmed, Effect, Meeting)]);
}
