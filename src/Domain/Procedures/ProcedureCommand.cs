namespace Initiatives.Domain;

/// <summary>Something that somebody wants of a written procedure.</summary>
/// <param name="Procedure">Its id.</param>
/// <param name="Forum">Whose members are asked.</param>
public abstract record ProcedureCommand(string Procedure, string Forum)
{
    /// <summary>A question that can wait longer than this can wait for a meeting, and a mistyped year is not mailed to everybody.</summary>
    internal const int LongestDays = 60;

    /// <summary>The facts that follow, or why not.</summary>
    public abstract Decision<ProcedureEvent> Decide(Procedure procedure, Setting setting);

    /// <summary>The rules of everything that is done to a procedure once it is started: it is that forum's own, and nobody has ended it.</summary>
    private protected Rules<ProcedureEvent> Open(Procedure procedure) => new Rules<ProcedureEvent>()
        .If(procedure.Started is null, ProcedureRefusals.NotStarted)
        .If(procedure.Started is { } started && started.Forum != Forum, ProcedureRefusals.OfAnotherForum)
        .If(procedure.Withdrawn is not null, ProcedureRefusals.IsWithdrawn)
        .If(procedure.Concluded is not null, ProcedureRefusals.IsConcluded);
}

internal static class DeadlineRules
{
    public static Rules<ProcedureEvent> Deadline(this Rules<ProcedureEvent> rules, DateOnly deadline, DateOnly today) => rules
        .If(deadline <= today, ProcedureRefusals.DeadlineTooSoon)
        .If(deadline > today.AddDays(ProcedureCommand.LongestDays), () => ProcedureRefusals.DeadlineTooFar(today.AddDays(ProcedureCommand.LongestDays)))
        .If(deadline > today && !WorkingDays.Is(deadline), ProcedureRefusals.DeadlineOffDay);
}
