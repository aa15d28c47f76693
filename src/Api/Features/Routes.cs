using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Features.Board;
using Initiatives.Api.Features.Clusters;
using Initiatives.Api.Features.Feeds;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Features.Log;
using Initiatives.Api.Features.Meetings;
using Initiatives.Api.Features.Operations;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Plans;
using Initiatives.Api.Features.Procedures;
using Initiatives.Api.Features.Tasks;
using Initiatives.Api.Features.Tokens;
using Initiatives.Api.Features.Webhooks;

namespace Initiatives.Api.Features;

/// <summary>The API's table of contents: a line per noun. Nearly everything lies within one cluster.</summary>
internal static class Routes
{
    public static void MapRoutes(this IEndpointRouteBuilder api)
    {
        api.MapImport();
        api.MapMail();
        var cluster = api.MapGroup("/clusters/{cluster}");
        cluster.MapExport();
        api.MapClusters(cluster);
        cluster.MapPeople();
        cluster.MapPlans();
        cluster.MapBoard();
        cluster.MapInitiatives();
        cluster.MapMeetings();
        cluster.MapAgendas();
        cluster.MapProcedures();
        cluster.MapTasks();
        cluster.MapLog();
        cluster.MapFeeds();
        cluster.MapWebhooks();
        cluster.MapPacks();
        cluster.MapJobs();
        api.MapTokens(cluster);
    }
}
