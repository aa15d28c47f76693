using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>POST .../statuses/{status}/corrections: a posted status is never edited; this one is read instead of it.</summary>
internal static class CorrectStatus
{
    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, int status, PostStatus.Body body, Desk desk) =>
        desk.AddAsync(address.Located, address.Wish(new Domain.PostStatus(body.Content, Corrects: status)));
}
