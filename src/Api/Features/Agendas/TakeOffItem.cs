using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../agenda/items/{item}/removal: not taken up at this meeting, or on the agenda after all.</summary>
internal static class TakeOffItem
{
    public sealed record Body(bool Removed = true, string? Reason = null);

    public static readonly Body Example = new(Reason: "Behandles skriftligt");

    public static Task<IResult> Handle([AsParameters] AgendaQuery query, string item, Body body, Desk desk) => query.ChangeAsync(agenda =>
        agenda.Find(item) is null && agenda.Sheet.TakenOff.All(i => i.Key != item)
            ? Task.FromResult(query.Missing("item"))
            : desk.PutAsync(new AgendaWish(body.Removed
                ? new TakeOffAgendaItem(agenda.Meeting.Id, agenda.Forum.Id, item, body.Reason)
                : new PutBackAgendaItem(agenda.Meeting.Id, agenda.Forum.Id, item))));
}
