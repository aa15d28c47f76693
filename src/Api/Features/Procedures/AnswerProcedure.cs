using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Procedures;

/// <summary>PUT .../procedures/{procedure}/answer: the caller's answer, or the one they give in another member's place.</summary>
internal static class AnswerProcedure
{
    /// <param name="Text">Demanded by remarks and by disagreement.</param>
    /// <param name="Person">The member whose place is taken; left out for one's own.</param>
    public sealed record Body(ProcedureStance Stance, string? Text = null, string? Person = null);

    public static readonly Body Example = new(ProcedureStance.AgreesWithRemarks, "Effekten bør måles efter et halvt år.");

    public static Task<IResult> Handle([AsParameters] ProcedureQuery query, Body body, Desk desk) => query.ChangeAsync(found =>
    {
        var me = query.Http.Member();
        var person = body.Person ?? found.AnswersFor(me).FirstOrDefault() ?? me.Id;
        // For whom one may is the register's to say; whom one may not is as if they were not asked.
        return found.AnswersFor(me).Contains(person) || person == me.Id
            ? desk.PutAsync(new ProcedureWish(new Domain.AnswerProcedure(found.Id, found.Asked.Forum, person, body.Stance, body.Text)))
            : Task.FromResult(Problems.Result(query.Http, StatusCodes.Status403Forbidden, Faults.Forbidden));
    });
}
