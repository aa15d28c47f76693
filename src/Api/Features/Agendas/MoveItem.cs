using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../agenda/items/{item}/meeting: to a later meeting of the forum.</summary>
internal static class MoveItem
{
    public sealed record Body(string ToMeeting, string? Reason = null);

    public static readonly Body Example = new("chefforum-2023-11-27", "Afventer data");

    public static Task<IResult> Handle([AsParameters] AgendaQuery query, string item, Body body, Desk desk) =>
        query.ChangeAsync(item, (agenda, found) => desk.PutAsync(Wishes(agenda, found, body.ToMeeting, body.Reason)));

    /// <summary>Off this agenda and onto the other in one change: an item is never on neither.</summary>
    public static IReadOnlyList<Wish> Wishes(AgendaInHand agenda, AgendaItem item, string to, string? reason) =>
    [
        new AgendaWish(new MoveAgendaItem(agenda.Meeting.Id, agenda.Forum.Id, item.Key, to, reason)),
        .. agenda.Record.Calendar.Find(to) is null ? Array.Empty<Wish>() : [new AgendaWish(new ReceiveAgendaItem(to, agenda.Forum.Id, item, agenda.Meeting.Id))],
    ];
}
