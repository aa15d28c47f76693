using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../minutes/attendance: who was there, and who had sent regrets.</summary>
internal static class RecordAttendance
{
    /// <param name="Present">Person ids.</param>
    /// <param name="Regrets">Person ids.</param>
    public sealed record Body(IReadOnlyList<string> Present, IReadOnlyList<string> Regrets);

    public static readonly Body Example = new(["person-1", "person-2"], ["person-3"]);

    public static Task<IResult> Handle([AsParameters] AgendaQuery query, Body body, Desk desk) => query.ChangeAsync(agenda =>
        desk.PutAsync(new AgendaWish(new Domain.RecordAttendance(agenda.Meeting.Id, agenda.Forum.Id, body.Present, body.Regrets))));
}
