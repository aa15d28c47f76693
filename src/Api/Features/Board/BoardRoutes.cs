using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Board;

internal static class BoardRoutes
{
    public static void MapBoard(this IEndpointRouteBuilder cluster) =>
        cluster.MapGet("/board", ReadBoard.Handle).Reads<ReadBoard.View>("The board: every initiative now and at each of the last meetings");
}
