using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../minutes/distribution: to the forum's members, and to those of the forums that the cluster's rule names.</summary>
internal static class SendMinutes
{
    public static Task<IResult> Handle([AsParameters] AgendaQuery query, Desk desk) => query.ChangeAsync(agenda =>
        desk.PutAsync(new AgendaWish(new Domain.SendMinutes(agenda.Meeting.Id, agenda.Forum.Id))));
}
