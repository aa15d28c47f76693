using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Agendas;

/// <summary>An outcome that can be recorded for an item now.</summary>
/// <param name="Path">Of the form that asks for what the outcome demands.</param>
public sealed record OutcomeChoice(AgendaOutcome Outcome, string Text, string Path)
{
    public static IReadOnlyList<OutcomeChoice> Of(AgendaVisit visit, AgendaPoint point, Texts texts) => !visit.MayRecord
        ? []
        : [.. AgendaItem.OutcomesOf(point.Item.Kind).Where(o => IsOpen(visit, point, o)).Select(o => new OutcomeChoice(o, Name(point.Item.Kind, o, texts), $"{visit.PathOf(point.Item)}/udfald/{SlugOf(o)}"))];

    /// <summary>What the outcome is called for that kind of item.</summary>
    public static string Name(AgendaItemKind kind, AgendaOutcome outcome, Texts texts) => texts.Find($"Agenda.Outcome.{kind}.{outcome}") ?? texts[$"Agenda.Outcome.{outcome}"];

    /// <summary>In addresses, in Danish as the pages' others are.</summary>
    public static string SlugOf(AgendaOutcome outcome) => outcome switch
    {
        AgendaOutcome.Approved => "godkendt",
        AgendaOutcome.ApprovedWithReservations => "forbehold",
        AgendaOutcome.ApprovedWithRemarks => "bemaerkning",
        AgendaOutcome.Returned => "sendt-tilbage",
        AgendaOutcome.RemedyAgreed => "afhjaelpning",
        AgendaOutcome.Escalated => "eskaleret",
        AgendaOutcome.Decided => "besluttet",
        AgendaOutcome.TakenNote => "efterretning",
        _ => "udskudt",
    };

    // Whether a command would be refused is the domain's to say; what plainly cannot be is not offered.
    private static bool IsOpen(AgendaVisit visit, AgendaPoint point, AgendaOutcome outcome) => (point.Item.Kind, outcome) switch
    {
        (_, AgendaOutcome.Postponed) when visit.Later.Count == 0 => false,
        (AgendaItemKind.Confirmation or AgendaItemKind.Escalation or AgendaItemKind.Answer or AgendaItemKind.Closing, _) => point.Outcomes.Count == 0,
        (AgendaItemKind.Deviation, _) when Case(visit, point) is not { IsOpen: true } => false,
        (AgendaItemKind.Deviation, AgendaOutcome.Approved) => Case(visit, point) is { Light: TrafficLight.Green },
        (AgendaItemKind.Deviation, AgendaOutcome.Escalated) => visit.Agenda.Forum.EscalatesTo is not null && Case(visit, point)?.OpenEscalation is null,
        _ => true,
    } && (point.Item.Kind is not AgendaItemKind.Escalation || outcome is not AgendaOutcome.Escalated || visit.Agenda.Forum.EscalatesTo is not null);

    internal static Deviation? Case(AgendaVisit visit, AgendaPoint point) => Initiative(visit, point.Item)?.Deviations.FirstOrDefault(d => d.Number == point.Item.Part);

    internal static InitiativeRecord? Initiative(AgendaVisit visit, AgendaItem item) =>
        visit.Agenda.Record.Initiatives.FirstOrDefault(i => item.Initiative is { } about && i.Card.Plan == about.Plan && i.Card.Number == about.Number);
}
