namespace Initiatives.Domain;

/// <summary>A member answers; until the deadline is over or the procedure ended they may answer otherwise, and the last answer counts.</summary>
/// <param name="Person">The member's id.</param>
/// <param name="Text">Demanded by remarks and by disagreement.</param>
public sealed record AnswerProcedure(string Procedure, string Forum, string Person, ProcedureStance Stance, string? Text = null) : ProcedureCommand(Procedure, Forum)
{
    public override Decision<ProcedureEvent> Decide(Procedure procedure, Setting setting)
    {
        var fact = new ProcedureAnswered(Procedure, Person, Stance, Text);
        if (procedure.AnswerOf(Person) == fact)
            return Decision<ProcedureEvent>.Nothing;
        var rules = Open(procedure)
            .If(procedure.Started is not null && !procedure.Members.Contains(Person), ProcedureRefusals.NotAsked)
            .If(procedure.IsOpen && setting.Today > procedure.Deadline, () => ProcedureRefusals.TooLate(procedure.Deadline))
            .If(!Enum.IsDefined(Stance), () => InitiativeRefusals.ValueUnknown("stance"));
        return (Stance is ProcedureStance.Agrees ? rules.Note(Text, "text") : rules.Text(Text, "text", Stance is ProcedureStance.Disagrees ? ("hvorfor", "why not") : ("bemærkningen", "the remark")))
            .Else(() => fact);
    }
}
