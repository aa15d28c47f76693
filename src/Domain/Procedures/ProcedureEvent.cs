namespace Initiatives.Domain;

/// <summary>
/// A fact about one written procedure (mailhøring, skriftlig godkendelse): a question that a forum's members answer between meetings. One
/// stream each. What its outcome changes about an initiative is the initiative's own fact, written in the same transaction.
/// </summary>
/// <param name="Procedure">Its id.</param>
public abstract record ProcedureEvent(string Procedure);

/// <param name="Item">The question, as it would stand on an agenda: heading, recommendation, background, and the case it is about.</param>
/// <param name="Material">Where more is read.</param>
/// <param name="Deadline">The last day that is not late.</param>
/// <param name="Members">Person ids of those who must answer: the forum's members on that day.</param>
[StoredAs("procedure_started")]
public sealed record ProcedureStarted(
    string Procedure, string Forum, AgendaItem Item, IReadOnlyList<ProcedureMaterial> Material, DateOnly Deadline, IReadOnlyList<string> Members) : ProcedureEvent(Procedure);

/// <param name="Text">What it is.</param>
/// <param name="Link">An absolute address, or a path of this service.</param>
public sealed record ProcedureMaterial(string Text, string Link);

/// <summary>A member answered, or answered otherwise than before: the last answer counts, and all are kept.</summary>
/// <param name="Person">The member, also when somebody answered in their place.</param>
[StoredAs("procedure_answered")]
public sealed record ProcedureAnswered(string Procedure, string Person, ProcedureStance Stance, string? Text) : ProcedureEvent(Procedure);

/// <summary>What a member says to the recommendation.</summary>
public enum ProcedureStance
{
    /// <summary>"Tilslutning".</summary>
    Agrees,

    /// <summary>"Tilslutning med bemærkninger".</summary>
    AgreesWithRemarks,

    /// <summary>"Kan ikke tilslutte sig".</summary>
    Disagrees,
}

[StoredAs("procedure_extended")]
public sealed record ProcedureExtended(string Procedure, DateOnly Deadline, string? Reason) : ProcedureEvent(Procedure);

/// <summary>Called off, and nothing decided.</summary>
[StoredAs("procedure_withdrawn")]
public sealed record ProcedureWithdrawn(string Procedure, string Reason) : ProcedureEvent(Procedure);

/// <param name="Text">The forum's own words, where the initiative's facts do not hold them.</param>
/// <param name="ToMeeting">The meeting that takes it up instead, when it was put off.</param>
/// <param name="EarlyBecause">Why it was concluded before its deadline, though somebody had not answered; null otherwise.</param>
[StoredAs("procedure_concluded")]
public sealed record ProcedureConcluded(string Procedure, AgendaOutcome Outcome, string? Text, string? ToMeeting, string? EarlyBecause) : ProcedureEvent(Procedure);
