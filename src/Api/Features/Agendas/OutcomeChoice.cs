using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;

namespace Initiatives.Api.Features.Agendas;

/// <summary>An outcome that can be recorded for an item now.</summary>
/// <param name="Path">Of the form that asks for what the outcome demands.</param>
public sealed record OutcomeChoice(AgendaOutcome Outcome, string Text, string Path)
{
    public static IReadOnlyList<OutcomeChoice> Of(AgendaVisit visit, AgendaPoint point, Texts texts) =>
        visit.MayRecord ? Of(visit.CaseOf(point), visit.PathOf(point.Item), texts) : [];

    /// <param name="path">Of what it is recorded for.</param>
    internal static IReadOnlyList<OutcomeChoice> Of(OutcomeCase about, string path, Texts texts) =>
        [.. about.Open.Select(o => new OutcomeChoice(o, Name(about.Item.Kind, o, texts), $"{path}/udfald/{SlugOf(o)}"))];

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
}
