using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>GET .../events: everything that ever happened to it, oldest first.</summary>
internal static class ListEvents
{
    /// <param name="Next">Cursor of the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<FactView> Events, string? Next);

    public static Task<IResult> Handle([AsParameters] InitiativeQuery query, Paging paging) => query.ShowAsync(seen =>
    {
        var (page, next) = paging.Of(seen.Record.Events, e => e.Stamp.Version, newestFirst: false);
        return new Page([.. page.Select(FactView.Of)], next);
    });
}
