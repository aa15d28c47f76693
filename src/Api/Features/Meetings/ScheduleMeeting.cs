using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Meetings;

/// <summary>POST .../meetings: a forum will meet; extraordinary meetings at any time.</summary>
internal static class ScheduleMeeting
{
    /// <param name="Start">Local time; left out while not known.</param>
    public sealed record Body(string Forum, DateOnly On, TimeOnly? Start = null, TimeOnly? End = null, string? Place = null, bool Extraordinary = false);

    public static readonly Body Example = new("chefforum", new(2023, 10, 30), new(15, 0), new(17, 0), "Regionshuset, Niels Bohrs Vej 30, 9220 Aalborg Øst");

    public static Task<IResult> Handle(Body body, Desk desk) =>
        desk.CreateAsync(
            fact => fact is MeetingScheduled e ? $"meetings/{e.Meeting}" : null,
            new CalendarWish(new Domain.ScheduleMeeting(body.Forum, body.On, body.Start, body.End, body.Place, body.Extraordinary)));
}
