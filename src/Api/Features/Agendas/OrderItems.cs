using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../agenda/order: the items in another order.</summary>
internal static class OrderItems
{
    /// <param name="Items">Keys; those left out fall in where they customarily stand.</param>
    public sealed record Body(IReadOnlyList<string> Items);

    public static readonly Body Example = new(["opening", "confirmation-handleplan-2023-10-1", "free-1", "any-other"]);

    public static Task<IResult> Handle([AsParameters] AgendaQuery query, Body body, Desk desk) => query.ChangeAsync(agenda =>
        desk.PutAsync(new AgendaWish(new OrderAgenda(agenda.Meeting.Id, agenda.Forum.Id, body.Items))));
}
