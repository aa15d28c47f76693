using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>Clusters and their configuration: who takes part, which forum has which duties, when which light is suggested.</summary>
internal static class ClusterRoutes
{
    public static void MapClusters(this IEndpointRouteBuilder api, IEndpointRouteBuilder cluster)
    {
        api.MapGet("/clusters", ListClusters.Handle).Needs(RightsTable.OwnAccount).Reads<ListClusters.All>("The clusters of this installation");
        cluster.MapGet("", ReadCluster.Handle).Needs(RightsTable.ReadCluster).Reads<ReadCluster.View>("One cluster's configuration");
        cluster.MapPut("", RegisterCluster.Handle).Needs<Domain.RegisterCluster>().Creates("Register a cluster");
        cluster.MapPut("/name", RenameCluster.Handle).Needs<Domain.RenameCluster>().Changes("Give it another name");
        cluster.MapPut("/organisations/{organisation}", RecordOrganisation.Handle).Needs<Domain.RecordOrganisation>().Changes("Add an organisation, or change it");
        cluster.MapPut("/forums", ConfigureForums.Handle).Needs<Domain.ConfigureForums>().Changes("Configure a chain of forums at once");
        cluster.MapPut("/forums/{forum}", ConfigureForum.Handle).Needs<Domain.ConfigureForum>().Changes("Add a forum, or change its duties");
        cluster.MapPut("/forums/{forum}/rhythm", SetRhythm.Handle).Needs<Domain.SetRhythm>().Changes("Set how its rounds and packs fall around its meetings");
        cluster.MapPut("/forum-order", OrderForums.Handle).Needs<Domain.OrderForums>().Changes("Put the forums in another order, which is the order of approval");
        cluster.MapPut("/tolerances", SetTolerances.Handle).Needs<Domain.SetTolerances>().Changes("Set when which light is suggested");
        cluster.MapPut("/distribution/{forum}", SetDistribution.Handle).Needs<Domain.SetDistribution>().Changes("Set whose members get its minutes");
        cluster.MapPut("/national-reading", AllowNationalReading.Handle).Needs<Domain.AllowNationalReading>().Changes("Say whether national readers see the cluster");
        cluster.MapGet("/wheel", ReadWheel.Handle).Needs(RightsTable.ReadMeetings).Reads<ReadWheel.View>("What comes back on the forums' agendas every year, and when next");
        cluster.MapPut("/wheel/{point}", SetWheelPoint.Handle).Needs<Domain.SetWheelPoint>().Changes("Set a point of the yearly wheel");
        cluster.MapDelete("/wheel/{point}", RemoveWheelPoint.Handle).Needs<Domain.RemoveWheelPoint>().Changes("Take a point off the yearly wheel");
    }
}
