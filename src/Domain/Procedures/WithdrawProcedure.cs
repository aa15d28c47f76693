namespace Initiatives.Domain;

/// <summary>The procedure is called off and nothing is decided; what it was about is taken up in another way.</summary>
public sealed record WithdrawProcedure(string Procedure, string Forum, string Reason) : ProcedureCommand(Procedure, Forum)
{
    public override Decision<ProcedureEvent> Decide(Procedure procedure, Setting setting) =>
        procedure.Withdrawn?.Reason == Reason && procedure.Started?.Forum == Forum
            ? Decision<ProcedureEvent>.Nothing
            : Open(procedure)
                .Text(Reason, "reason", ("hvorfor", "why"))
                .Else(() => new ProcedureWithdrawn(Procedure, Reason));
}
