using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Meetings;

/// <summary>PUT .../meetings/{meeting}/arrangement: another hour or place, same day.</summary>
internal static class ArrangeMeeting
{
    public sealed record Body(TimeOnly? Start = null, TimeOnly? End = null, string? Place = null);

    public static readonly Body Example = new(new(13, 30), new(15, 0), "Teams");

    public static Task<IResult> Handle(string meeting, Body body, Desk desk) =>
        desk.ChangeAsync(new CalendarWish(new Domain.ArrangeMeeting(meeting, body.Start, body.End, body.Place)));
}
