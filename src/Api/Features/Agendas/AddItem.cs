using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>POST .../agenda/items: an item that nothing in the action plan asks for.</summary>
internal static class AddItem
{
    /// <param name="Recommendation">The whole sentence; empty where nothing is asked of the forum.</param>
    public sealed record Body(string Heading, string Recommendation = "", string? Background = null);

    public static readonly Body Example = new(
        "Indledende drøftelse af datakilder", "Det indstilles, at Chefforum drøfter anvendelse af data og datakilder.", "Nationale data afventes.");

    public static Task<IResult> Handle([AsParameters] AgendaQuery query, Body body, Desk desk) => query.ChangeAsync(agenda =>
        desk.PutAsync(new AgendaWish(new AddAgendaItem(agenda.Meeting.Id, agenda.Forum.Id, body.Heading, body.Recommendation, body.Background))));
}
