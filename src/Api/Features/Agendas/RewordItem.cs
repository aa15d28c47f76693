using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../agenda/items/{item}/recommendation: in other words than the customary ones.</summary>
internal static class RewordItem
{
    /// <param name="Recommendation">The whole sentence.</param>
    public sealed record Body(string Recommendation);

    public static readonly Body Example = new("Det indstilles, at Chefforum drøfter den fremlagte model til igangsættelse og løbende opfølgning.");

    public static Task<IResult> Handle([AsParameters] AgendaQuery query, string item, Body body, Desk desk) => query.ChangeAsync(item, (agenda, found) =>
        desk.PutAsync(new AgendaWish(new RewordRecommendation(agenda.Meeting.Id, agenda.Forum.Id, found.Key, body.Recommendation))));
}
