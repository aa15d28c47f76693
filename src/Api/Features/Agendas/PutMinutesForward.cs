using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../minutes/submission: ready for the chair.</summary>
internal static class PutMinutesForward
{
    public static Task<IResult> Handle([AsParameters] AgendaQuery query, Desk desk) => query.ChangeAsync(agenda =>
        desk.PutAsync(new AgendaWish(new Domain.PutMinutesForward(agenda.Meeting.Id, agenda.Forum.Id))));
}
