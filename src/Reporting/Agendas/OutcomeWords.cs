using Initiatives.Domain;

namespace Initiatives.Reporting.Agendas;

/// <summary>What a meeting made of an item, in the one or two words that stand in a table of decisions. Danish, as packs are.</summary>
internal static class OutcomeWords
{
    public static string Of(AgendaItemKind kind, AgendaOutcome outcome) => (kind, outcome) switch
    {
        (AgendaItemKind.Deviation, AgendaOutcome.Decided) => "Spor valgt",
        (AgendaItemKind.Deviation, AgendaOutcome.Approved) => "Afvigelsen lukket",
        (_, AgendaOutcome.Approved) => "Godkendt",
        (_, AgendaOutcome.ApprovedWithReservations) => "Godkendt med forbehold",
        (_, AgendaOutcome.ApprovedWithRemarks) => "Godkendt med bemærkning",
        (_, AgendaOutcome.Returned) => "Sendt tilbage",
        (_, AgendaOutcome.RemedyAgreed) => "Afhjælpning aftalt",
        (_, AgendaOutcome.Escalated) => "Eskaleret",
        (_, AgendaOutcome.Decided) => "Besluttet",
        (_, AgendaOutcome.TakenNote) => "Taget til efterretning",
        (_, AgendaOutcome.Postponed) => "Udskudt",
        _ => throw new InvalidOperationException($"{outcome} has no word."),
    };
}
