using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Procedures;

/// <summary>PUT .../procedures/{procedure}/deadline: longer to answer.</summary>
internal static class ExtendProcedure
{
    /// <param name="Deadline">Later than it was.</param>
    public sealed record Body(DateOnly Deadline, string? Reason = null);

    public static readonly Body Example = new(new(2023, 11, 10), "Efterårsferie");

    public static Task<IResult> Handle([AsParameters] ProcedureQuery query, Body body, Desk desk) => query.ChangeAsync(found =>
        desk.PutAsync(new ProcedureWish(new Domain.ExtendProcedure(found.Id, found.Asked.Forum, body.Deadline, body.Reason))));
}
