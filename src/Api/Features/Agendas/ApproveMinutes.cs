using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../minutes/approval: as they read at the version that If-Match names, and frozen from then on.</summary>
internal static class ApproveMinutes
{
    public static Task<IResult> Handle([AsParameters] AgendaQuery query, Desk desk) => query.ChangeAsync(agenda => desk.PutAsync(Wish(agenda)));

    public static Wish Wish(AgendaInHand agenda) => new AgendaWish(new Domain.ApproveMinutes(agenda.Meeting.Id, agenda.Forum.Id, agenda.Sheet.Minutes));
}
