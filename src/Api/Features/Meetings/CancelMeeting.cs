using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Meetings;

/// <summary>PUT .../meetings/{meeting}/cancellation: nothing instead, or a short written status.</summary>
internal static class CancelMeeting
{
    public sealed record Body(string Reason, bool WrittenStatusInstead = false);

    public static readonly Body Example = new("For få sager", WrittenStatusInstead: true);

    public static Task<IResult> Handle(string meeting, Body body, Desk desk) =>
        desk.ChangeAsync(new CalendarWish(new Domain.CancelMeeting(meeting, body.Reason, body.WrittenStatusInstead)));
}
