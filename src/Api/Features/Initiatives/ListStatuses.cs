using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>GET .../statuses and .../statuses/{status}: every status ever posted, newest first; none is ever taken out.</summary>
internal static class ListStatuses
{
    /// <param name="Next">Cursor of the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<StatusView> Statuses, string? Next);

    public static Task<IResult> Handle([AsParameters] InitiativeQuery query, Paging paging) => query.ShowAsync(seen =>
    {
        var (page, next) = paging.Of(seen.Record.Statuses.Reverse(), s => s.Number, newestFirst: true);
        return new Page([.. page.Select(StatusView.Of)], next);
    });

    public static Task<IResult> HandleOne([AsParameters] InitiativeQuery query, int status) =>
        query.ShowAsync(seen => seen.Record.Statuses.FirstOrDefault(s => s.Number == status) is { } found ? StatusView.Of(found) : null, "status");
}
