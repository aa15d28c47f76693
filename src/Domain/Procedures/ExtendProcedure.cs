namespace Initiatives.Domain;

/// <summary>The members get longer to answer, also when the deadline has passed.</summary>
public sealed record ExtendProcedure(string Procedure, string Forum, DateOnly Deadline, string? Reason = null) : ProcedureCommand(Procedure, Forum)
{
    public override Decision<ProcedureEvent> Decide(Procedure procedure, Setting setting) =>
        procedure is { IsOpen: true } && procedure.Deadline == Deadline
            ? Decision<ProcedureEvent>.Nothing
            : Open(procedure)
                .If(procedure.IsOpen && Deadline < procedure.Deadline, () => ProcedureRefusals.DeadlineEarlier(procedure.Deadline))
                .Deadline(Deadline, setting.Today)
                .Date(Deadline, "deadline")
                .Note(Reason, "reason")
                .Else(() => new ProcedureExtended(Procedure, Deadline, Reason));
}
