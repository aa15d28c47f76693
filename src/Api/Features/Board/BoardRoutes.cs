using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Board;

internal static class BoardRoutes
{
    public static void MapBoard(this IEndpointRouteBuilder cluster) =>
        cluster.MapGet("/board", ReadBoard.Handle).Needs(RightsTable.ReadBoard).Reads<ReadBoard.View>("The board: every initiative now and at each of the last meetings");
}
