using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Procedures;

/// <summary>PUT .../procedures/{procedure}/withdrawal: called off, nothing decided.</summary>
internal static class WithdrawProcedure
{
    public sealed record Body(string Reason);

    public static readonly Body Example = new("Sagen tages på mødet 30. oktober i stedet.");

    public static Task<IResult> Handle([AsParameters] ProcedureQuery query, Body body, Desk desk) => query.ChangeAsync(found =>
        desk.PutAsync(new ProcedureWish(new Domain.WithdrawProcedure(found.Id, found.Asked.Forum, body.Reason))));
}
