using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Agendas;

/// <summary>A fact about an initiative that a meeting decided: which item it answers, with what, and in which words. Danish, as packs are.</summary>
/// <param name="Part">Number of the revision, deviation, escalation or claim.</param>
internal sealed record MeetingFact(AgendaItemKind Kind, int Part, AgendaOutcome Outcome)
{
    /// <summary>A forum's decision about a case, whether at a meeting or in writing.</summary>
    public static bool IsDecision(InitiativeEvent fact) => fact is
        ConfirmationApproved or ConfirmationReturned or ConfirmationPostponed or DeviationTrackChosen or RemedyAgreed or EscalationRaised or EscalationForwarded or EscalationDecided
            or EscalationAnswerNoted or DeviationClosed { Closing: DeviationClosing.EffectConfirmed } or DeliveryRejected or ClosingApproved;

    /// <summary>The meeting that decided it; null for what no meeting did.</summary>
    public static string? MeetingOf(InitiativeEvent fact) => fact switch
    {
        ConfirmationApproved e => e.Meeting,
        ConfirmationReturned e => e.Meeting,
        ConfirmationPostponed e => e.Meeting,
        DeviationTrackChosen e => e.Meeting,
        RemedyAgreed e => e.Meeting,
        EscalationRaised e => e.Meeting,
        EscalationForwarded e => e.Meeting,
        EscalationDecided e => e.Meeting,
        EscalationAnswerNoted e => e.Meeting,
        // Accepted by a re-plan or ended with the initiative: it follows from another decision.
        DeviationClosed { Closing: DeviationClosing.EffectConfirmed } e => e.Meeting,
        DeliveryRejected e => e.Meeting,
        ClosingApproved e => e.Meeting,
        _ => null,
    };

    /// <param name="claims">How often delivery had been claimed by then.</param>
    public static MeetingFact Of(InitiativeEvent fact, int claims) => fact switch
    {
        ConfirmationApproved { Reservations.Count: > 0 } e => new(AgendaItemKind.Confirmation, e.Revision, AgendaOutcome.ApprovedWithReservations),
        ConfirmationApproved { Remarks.Count: > 0 } e => new(AgendaItemKind.Confirmation, e.Revision, AgendaOutcome.ApprovedWithRemarks),
        ConfirmationApproved e => new(AgendaItemKind.Confirmation, e.Revision, AgendaOutcome.Approved),
        ConfirmationReturned e => new(AgendaItemKind.Confirmation, e.Revision, AgendaOutcome.Returned),
        ConfirmationPostponed e => new(AgendaItemKind.Confirmation, e.Revision, AgendaOutcome.Postponed),
        DeviationTrackChosen e => new(AgendaItemKind.Deviation, e.Deviation, AgendaOutcome.Decided),
        RemedyAgreed e => new(AgendaItemKind.Deviation, e.Deviation, AgendaOutcome.RemedyAgreed),
        EscalationRaised e => new(AgendaItemKind.Deviation, e.Deviation, AgendaOutcome.Escalated),
        DeviationClosed e => new(AgendaItemKind.Deviation, e.Deviation, AgendaOutcome.Approved),
        EscalationForwarded e => new(AgendaItemKind.Escalation, e.Escalation, AgendaOutcome.Escalated),
        EscalationDecided e => new(AgendaItemKind.Escalation, e.Escalation, AgendaOutcome.Decided),
        EscalationAnswerNoted e => new(AgendaItemKind.Answer, e.Escalation, AgendaOutcome.TakenNote),
        ClosingApproved => new(AgendaItemKind.Closing, claims, AgendaOutcome.Approved),
        DeliveryRejected => new(AgendaItemKind.Closing, claims, AgendaOutcome.Returned),
        _ => throw new InvalidOperationException($"{fact.GetType().Name} is decided at no meeting."),
    };

    /// <summary>The decision as the minutes have it. People are told by the part they play: minutes are frozen, and a person may ask to be forgotten.</summary>
    public static string Words(InitiativeEvent fact, InitiativeRecord initiative, ClusterRecord record)
    {
        string Name(string id) => AgendaNames.Of(id, initiative, record.Cluster);
        return fact switch
        {
            ConfirmationApproved { Reservations.Count: > 0 } e => $"{Name(e.Forum)} godkendte {Terms(e.Revision)} med forbehold:\n{string.Join('\n', e.Reservations.Select(r => $"– {r.Text}{Owed(r.Owner is null ? null : Name(r.Owner), r.Due)}"))}{Remarks(e)}",
            ConfirmationApproved e => $"{Name(e.Forum)} godkendte {Terms(e.Revision)}{(e.Remarks.Count > 0 ? "." + Remarks(e) : ".")}",
            ConfirmationReturned e => $"{Name(e.Forum)} sendte {Terms(e.Revision)} tilbage: {e.Reasons}",
            ConfirmationPostponed e => Postponed(record.Calendar, e.ToMeeting),
            DeviationTrackChosen e => $"{Name(e.Forum)} valgte sporet »{Story.Track(e.Track).Danish}«.{(e.Reason is { } why ? " " + why : "")}",
            RemedyAgreed e => $"Aftalt afhjælpning: {e.What}{Owed(Name(e.Who), e.Due)}",
            EscalationRaised e => $"{Name(e.From)} eskalerede til {Name(e.To)}. Spørgsmål: {e.Question}\nIndstilling: {e.Recommendation}{(e.DecisionBy is { } by ? $"\nSvar ønskes senest {Danish.Date(by)}." : "")}",
            EscalationForwarded e => $"{Name(e.From)} sendte eskaleringen videre til {Name(e.To)}: {e.Reason}",
            EscalationDecided e => $"{Name(e.Forum)} besluttede ({Story.Answer(e.Answer).Danish}{(e.Amount is { } amount ? $", {Danish.Money(amount)}" : "")}): {e.Decision}",
            EscalationAnswerNoted => "Svaret blev taget til efterretning.",
            DeviationClosed e => $"{Name(e.Forum)} bekræftede effekten og lukkede afvigelsen.{(e.Text is { } effect ? " " + effect : "")}",
            DeliveryRejected e => $"{Name(e.Forum)} godkendte ikke leverancen: {e.Reasons}",
            ClosingApproved e => $"{Name(e.Forum)} godkendte, at indsatsen afsluttes. {e.Decision}",
            _ => throw new InvalidOperationException($"{fact.GetType().Name} is decided at no meeting."),
        };
    }

    public static string Postponed(Calendar calendar, string? to) =>
        $"Punktet blev udskudt til {(to is not null && calendar.Find(to) is { } later ? $"mødet {Danish.LongDate(later.On)}" : "et senere møde")}.";

    private static string Terms(int revision) => revision == 1 ? "ordrebekræftelsen" : FormattableString.Invariant($"revision {revision} af ordrebekræftelsen");

    private static string Remarks(ConfirmationApproved e) => e.Remarks.Count == 0 ? "" : "\nBemærkning: " + string.Join("\nBemærkning: ", e.Remarks);

    private static string Owed(string? who, DateOnly? due) => (who, due) switch
    {
        ({ } owner, { } day) => $" ({owner}, senest {Danish.Date(day)})",
        ({ } owner, null) => $" ({owner})",
        (null, { } day) => $" (senest {Danish.Date(day)})",
        _ => "",
    };
}
