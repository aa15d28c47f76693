using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Tasks;

/// <summary>What a person must do about written procedures: members answer, chair and secretariat conclude. Pure, as <see cref="TaskList"/> is.</summary>
internal static class ProcedureTasks
{
    /// <param name="open">Those that nobody has ended.</param>
    public static IEnumerable<ToDo> Of(IEnumerable<(string Id, Procedure State)> open, Membership me, DateOnly today)
    {
        foreach (var (id, state) in open.OrderBy(p => p.State.Deadline).ThenBy(p => p.Id, StringComparer.Ordinal))
        {
            var asked = state.Started!;
            var path = $"/skriftlige-godkendelser/{id}";
            if (today <= state.Deadline && state.Unanswered.Any(m => me.Roles.Any(r => r.Role is Role.Member or Role.Chair && r.Forum == asked.Forum && (r.For ?? me.Id) == m)))
                yield return new(ToDoKind.AnswerProcedure, null, null, asked.Item.Heading, state.Deadline, Late: false, path);
            if (state.CanBeConcluded(today) && (me.Chairs(asked.Forum) || me.Is(Role.Secretariat)))
                yield return new(ToDoKind.ConcludeProcedure, null, null, asked.Item.Heading, null, Late: false, path);
        }
    }
}
