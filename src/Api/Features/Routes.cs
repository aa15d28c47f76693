using Initiatives.Api.Features.Board;
using Initiatives.Api.Features.Initiatives;

namespace Initiatives.Api.Features;

/// <summary>The API's table of contents: a line per noun. Everything lies within one cluster.</summary>
internal static class Routes
{
    public static void MapRoutes(this IEndpointRouteBuilder api)
    {
        var cluster = api.MapGroup("/clusters/{cluster}");
        cluster.MapBoard();
        cluster.MapInitiatives();
    }
}
