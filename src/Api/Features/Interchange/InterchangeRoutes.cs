using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Interchange;

/// <summary>A whole cluster in and out, as <c>initiatives/plan@1</c> (docs/interchange.md).</summary>
internal static class InterchangeRoutes
{
    public static void MapImport(this IEndpointRouteBuilder api) =>
        api.MapPost("/clusters/import", ReceiveDocument.Handle).Needs(RightsTable.Import)
            .TakesIn<ReceiveDocument.View>("Import a document; the cluster is the one it names")
            .WithMetadata(new BodyLimit(Limits.DocumentBytes));

    public static void MapExport(this IEndpointRouteBuilder cluster) =>
        cluster.MapGet("/export", SendDocument.Handle).Needs(RightsTable.Export).Reads<object>("Everything the cluster owns, as a document that imports again");
}
