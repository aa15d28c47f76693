namespace Initiatives.Domain;

/// <summary>Something that somebody wants of a written procedure.</summary>
/// <param name="Procedure">Its id.</param>
/// <param name="Forum">Whose members are asked.</param>
public abstract record ProcedureCommand(string Procedure, string Forum)
{
    /// <summary>The facts that follow, or why not.</summary>
    public abstract Decision<ProcedureEvent> Decide(Procedure procedure, Setting setting);

    /// <summary>The rules of everything that is done to a procedure once it is started: it is that forum's own, and nobody has ended it.</summary>
    private protected Rules<ProcedureEvent> Open(Procedure procedure) => new Rules<ProcedureEvent>()
        .If(procedure.Started is null, ProcedureRefusals.NotStarted)
        .If(procedure.Started is { } started && started.Forum != Forum, ProcedureRefusals.OfAnotherForum)
        .If(procedure.Withdrawn is not null, ProcedureRefusals.IsWithdrawn)
        .If(procedure.Concluded is not null, ProcedureRefusals.IsConcluded);
}
