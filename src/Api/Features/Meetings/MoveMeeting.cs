using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Meetings;

/// <summary>PUT .../meetings/{meeting}/date: to another day, and everything that hangs on the meeting follows.</summary>
internal static class MoveMeeting
{
    public sealed record Body(DateOnly On, TimeOnly? Start = null, TimeOnly? End = null, string? Reason = null);

    public static readonly Body Example = new(new(2023, 11, 6), new(15, 0), new(17, 0), "Sammenfald med efterårsferien");

    public static Task<IResult> Handle(string meeting, Body body, Desk desk) =>
        desk.ChangeAsync(new CalendarWish(new Domain.MoveMeeting(meeting, body.On, body.Start, body.End, body.Reason)));
}
