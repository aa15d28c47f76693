using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Agendas;

/// <summary>What an outcome is to be recorded for, at a meeting or in a written procedure.</summary>
/// <param name="Forum">That decides.</param>
/// <param name="Later">Meetings of the forum that it can be put off to.</param>
/// <param name="IsDecided">An outcome has been recorded for it.</param>
internal sealed record OutcomeCase(ClusterRecord Record, Forum Forum, AgendaItem Item, DateOnly Today, IReadOnlyList<Meeting> Later, bool IsDecided)
{
    /// <summary>The initiative it is about; null when it is about none.</summary>
    public InitiativeRecord? Initiative => Record.Initiatives.FirstOrDefault(i => Item.Initiative is { } about && i.Card.Plan == about.Plan && i.Card.Number == about.Number);

    /// <summary>The deviation it is about; null when it is about none.</summary>
    public Deviation? Deviation => Item.Kind is AgendaItemKind.Deviation ? Initiative?.Deviations.FirstOrDefault(d => d.Number == Item.Part) : null;

    /// <summary>The outcomes that such an item can have now. Whether a command would be refused is the domain's to say; what plainly cannot be is not offered.</summary>
    public IEnumerable<AgendaOutcome> Open => AgendaItem.OutcomesOf(Item.Kind).Where(IsOpen);

    private bool IsOpen(AgendaOutcome outcome) => (Item.Kind, outcome) switch
    {
        (_, AgendaOutcome.Postponed) when Later.Count == 0 => false,
        (AgendaItemKind.Confirmation or AgendaItemKind.Escalation or AgendaItemKind.Answer or AgendaItemKind.Closing, _) => !IsDecided,
        (AgendaItemKind.Deviation, _) when Deviation is not { IsOpen: true } => false,
        (AgendaItemKind.Deviation, AgendaOutcome.Approved) => Deviation is { Light: TrafficLight.Green },
        (AgendaItemKind.Deviation, AgendaOutcome.Escalated) => Forum.EscalatesTo is not null && Deviation?.OpenEscalation is null,
        _ => true,
    } && (Item.Kind is not AgendaItemKind.Escalation || outcome is not AgendaOutcome.Escalated || Forum.EscalatesTo is not null);

    /// <summary>What the initiative would refuse of a command, where something else could not be read: a person hears of everything at once.</summary>
    public IEnumerable<Refusal> RefusalsOf(InitiativeCommand command)
    {
        if (Initiative is not { } about) return [];
        var state = about.Events.Aggregate(Domain.Initiative.None, (now, told) => Domain.Initiative.Evolve(now, told.Fact));
        return command.Decide(state, new Setting(Today, Record.Cluster, Record.Calendar)).Refusals;
    }
}
