using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Procedures;

/// <summary>GET .../procedures/{procedure}: what was asked, who has answered what, and what it came to.</summary>
internal static class ReadProcedure
{
    /// <param name="Version">The next If-Match.</param>
    /// <param name="State">open, concluded or withdrawn.</param>
    /// <param name="Question">As it would stand on an agenda.</param>
    /// <param name="Deadline">The last day that is not late.</param>
    /// <param name="CanHave">The outcomes that can be recorded for it.</param>
    /// <param name="Outcome">Null while it is open, and when it was withdrawn.</param>
    /// <param name="Words">What it came to, in Danish; null while it is open.</param>
    public sealed record View(
        string Procedure,
        string Forum,
        long Version,
        ProcedureState State,
        AgendaItem Question,
        IReadOnlyList<ProcedureMaterial> Material,
        DateOnly Started,
        DateOnly Deadline,
        IReadOnlyList<MemberView> Members,
        IReadOnlyList<AgendaOutcome> CanHave,
        AgendaOutcome? Outcome,
        string? EarlyBecause,
        string? Words);

    /// <param name="Person">Id of one who was asked.</param>
    /// <param name="Stance">The last answer; null while there is none.</param>
    /// <param name="Answers">How often they have answered: all answers stand in the log.</param>
    public sealed record MemberView(string Person, string Name, ProcedureStance? Stance, string? Text, DateTimeOffset? Answered, int Answers);

    public enum ProcedureState
    {
        Open,
        Concluded,
        Withdrawn,
    }

    public static Task<IResult> Handle([AsParameters] ProcedureQuery query) => query.ShowAsync(found => Of(found.Record, found.Procedure));

    public static View Of(ClusterRecord record, ProcedureRecord procedure)
    {
        var (state, asked) = (procedure.State, procedure.Asked);
        return new(
            procedure.Id, asked.Forum, procedure.Version,
            state.Concluded is not null ? ProcedureState.Concluded : state.Withdrawn is not null ? ProcedureState.Withdrawn : ProcedureState.Open,
            asked.Item, asked.Material, procedure.Started.On, state.Deadline,
            [.. state.Members.Select(m => new MemberView(m, record.NameOf(m), state.AnswerOf(m)?.Stance, state.AnswerOf(m)?.Text, procedure.Answered(m)?.Stamp.At, state.Answers.Count(a => a.Person == m)))],
            AgendaItem.OutcomesOf(asked.Item.Kind), state.Concluded?.Outcome, state.Concluded?.EarlyBecause, ProcedureOutcome.Of(procedure, record));
    }
}
