using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Overview;

/// <summary>GET /: Overblik. <c>?pr=2023-08-30</c> replays any day, <c>?plan=</c> looks back at an earlier plan; <c>?lys=</c>, <c>?omraade=</c> and <c>?ejer=</c> narrow it.</summary>
internal static class ShowOverview
{
    public static Task<IResult> Handle(HttpRequest request, PageDesk desk) => desk.ShowAsync(visit =>
        Task.FromResult(PageDesk.Set<OverviewPage>(OverviewView.Of(
            desk.Frame(visit, desk.Texts["Overview.Title"]),
            visit.Standing,
            visit.Today,
            visit.AsOf,
            FilterOf(request.Query)))));

    // A filter that names nothing filters nothing: an old bookmark still opens the board.
    private static Filter FilterOf(IQueryCollection query) => new(
        Enum.TryParse<BoardState>(query[QueryNames.Light], out var light) && Enum.IsDefined(light) ? light : null,
        Text(query[QueryNames.Area]),
        Text(query[QueryNames.Owner]));

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
