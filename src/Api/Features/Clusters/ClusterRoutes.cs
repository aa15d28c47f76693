using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Clusters;

/// <summary>Clusters and their configuration: who takes part, which forum has which duties, when which light is suggested.</summary>
internal static class ClusterRoutes
{
    public static void MapClusters(this IEndpointRouteBuilder api, IEndpointRouteBuilder cluster)
    {
        api.MapGet("/clusters", ListClusters.Handle).Reads<ListClusters.All>("The clusters of this installation");
        cluster.MapGet("", ReadCluster.Handle).Reads<ReadCluster.View>("One cluster's configuration");
        cluster.MapPut("", RegisterCluster.Handle).Creates("Register a cluster");
        cluster.MapPut("/name", RenameCluster.Handle).Changes("Give it another name");
        cluster.MapPut("/organisations/{organisation}", RecordOrganisation.Handle).Changes("Add an organisation, or change it");
        cluster.MapPut("/forums", ConfigureForums.Handle).Changes("Configure a chain of forums at once");
        cluster.MapPut("/forums/{forum}", ConfigureForum.Handle).Changes("Add a forum, or change its duties");
        cluster.MapPut("/forums/{forum}/rhythm", SetRhythm.Handle).Changes("Set how its rounds and packs fall around its meetings");
        cluster.MapPut("/tolerances", SetTolerances.Handle).Changes("Set when which light is suggested");
        cluster.MapPut("/distribution/{forum}", SetDistribution.Handle).Changes("Set whose members get its minutes");
    }
}
