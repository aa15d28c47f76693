namespace Initiatives.Domain;

/// <summary>One item of an agenda.</summary>
/// <param name="Key">Fit for an address, and the same as long as it is about the same: <c>confirmation-handleplan-2023-10-1</c>.</param>
/// <param name="Recommendation">The whole sentence, "Det indstilles, at Chefforum ..."; empty where nothing is asked of the forum.</param>
/// <param name="Initiative">That it is about; null when it is about none.</param>
/// <param name="Part">Number of the revision, deviation or escalation within the initiative; null when it is about none.</param>
/// <param name="About">The meeting whose minutes are told of, or the written procedure; null otherwise.</param>
/// <param name="Background">What one must know to decide, where the case itself does not tell; null for none.</param>
public sealed record AgendaItem(
    string Key,
    AgendaItemKind Kind,
    string Heading,
    string Recommendation,
    InitiativeRef? Initiative = null,
    int? Part = null,
    string? About = null,
    string? Background = null)
{
    /// <summary>What the meeting makes of it stands on the agenda alone: no fact of an initiative says it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsDecidedHere => Initiative is null || Kind is AgendaItemKind.Silence or AgendaItemKind.Free;

    /// <summary>The key of an item about one part of an initiative.</summary>
    public static string KeyOf(AgendaItemKind kind, InitiativeRef initiative, int part) =>
        FormattableString.Invariant($"{kind.ToString().ToLowerInvariant()}-{initiative.Plan}-{initiative.Number}-{part}");

    /// <summary>What a meeting can make of it. A forum that mends deviations may do several of these to one case.</summary>
    public static IReadOnlyList<AgendaOutcome> OutcomesOf(AgendaItemKind kind) => kind switch
    {
        AgendaItemKind.Opening => [AgendaOutcome.Approved, AgendaOutcome.ApprovedWithRemarks],
        AgendaItemKind.Minutes => [AgendaOutcome.TakenNote, AgendaOutcome.Postponed],
        AgendaItemKind.Procedure => [AgendaOutcome.TakenNote, AgendaOutcome.Postponed],
        AgendaItemKind.Answer => [AgendaOutcome.TakenNote, AgendaOutcome.Postponed],
        AgendaItemKind.Escalation => [AgendaOutcome.Decided, AgendaOutcome.Escalated, AgendaOutcome.Postponed],
        AgendaItemKind.Deviation =>
            [AgendaOutcome.Decided, AgendaOutcome.RemedyAgreed, AgendaOutcome.Escalated, AgendaOutcome.Approved, AgendaOutcome.TakenNote, AgendaOutcome.Postponed],
        AgendaItemKind.Confirmation =>
            [AgendaOutcome.Approved, AgendaOutcome.ApprovedWithReservations, AgendaOutcome.ApprovedWithRemarks, AgendaOutcome.Returned, AgendaOutcome.Postponed],
        AgendaItemKind.Closing => [AgendaOutcome.Approved, AgendaOutcome.Returned, AgendaOutcome.Postponed],
        AgendaItemKind.Silence => [AgendaOutcome.Decided, AgendaOutcome.TakenNote, AgendaOutcome.Postponed],
        AgendaItemKind.Wheel or AgendaItemKind.Free => [AgendaOutcome.Decided, AgendaOutcome.Approved, AgendaOutcome.ApprovedWithRemarks, AgendaOutcome.TakenNote, AgendaOutcome.Postponed],
        _ => [AgendaOutcome.TakenNote, AgendaOutcome.Decided],
    };
}

/// <summary>What an item is about, in the order that agendas customarily have.</summary>
public enum AgendaItemKind
{
    /// <summary>"Godkendelse af dagsorden".</summary>
    Opening,

    /// <summary>Another forum's meeting, told of by the rule of distribution.</summary>
    Minutes,

    /// <summary>A written procedure of the forum's own that has ended since it last met.</summary>
    Procedure,

    /// <summary>A deciding forum's answer, on its way back.</summary>
    Answer,

    Escalation,
    Deviation,

    /// <summary>No status for two rounds running or more.</summary>
    Silence,
    Confirmation,

    /// <summary>A claim of delivery.</summary>
    Closing,

    /// <summary>A point of the yearly wheel.</summary>
    Wheel,

    /// <summary>Added by hand.</summary>
    Free,

    /// <summary>"Eventuelt".</summary>
    AnyOther,
}

/// <summary>What a meeting makes of an item.</summary>
public enum AgendaOutcome
{
    Approved,
    ApprovedWithReservations,
    ApprovedWithRemarks,
    Returned,
    RemedyAgreed,
    Escalated,
    Decided,
    TakenNote,
    Postponed,
}
