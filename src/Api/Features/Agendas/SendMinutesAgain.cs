using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../minutes/distribution/missed: to those whom the minutes did not reach, as far as they have an address by now.</summary>
internal static class SendMinutesAgain
{
    public static Task<IResult> Handle([AsParameters] AgendaQuery query, Desk desk, MinutesPeopleReader people) => query.ChangeAsync(async agenda =>
        await desk.PutAsync(Wish(agenda, await people.ReadAsync(query.Cluster, agenda, query.Http.RequestAborted))));

    public static AgendaWish Wish(AgendaInHand agenda, MinutesPeople people) =>
        new(new Domain.SendMinutesAgain(agenda.Meeting.Id, agenda.Meeting.Forum, [.. people.Unreached.Select(p => p.Id)], [.. people.Reachable.Select(p => p.Id)]));
}
