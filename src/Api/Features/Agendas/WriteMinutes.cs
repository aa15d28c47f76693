using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Agendas;

/// <summary>PUT .../minutes/items/{item}: the minutes of one item, in the secretariat's words.</summary>
internal static class WriteMinutes
{
    public sealed record Body(string Text);

    public static readonly Body Example = new("Chefforum besluttede at anbefale modellen til Direktørforum.");

    public static Task<IResult> Handle([AsParameters] AgendaQuery query, string item, Body body, Desk desk) => query.ChangeAsync(item, (agenda, found) =>
        desk.PutAsync(new AgendaWish(new Domain.WriteMinutes(agenda.Meeting.Id, agenda.Forum.Id, found.Key, body.Text))));
}
