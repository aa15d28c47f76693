using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Tasks;

internal static class TaskRoutes
{
    public static void AddTasks(this IServiceCollection services) => services.AddSingleton<TaskReader>();

    public static void MapTaskPage(this IEndpointRouteBuilder pages) => pages.MapGet("/opgaver", ShowTasks.Handle).Needs(RightsTable.ReadTasks);

    public static void MapTasks(this IEndpointRouteBuilder cluster) =>
        cluster.MapGet("/tasks", ListTasks.Handle).Needs(RightsTable.ReadTasks).Answers<ListTasks.All>("What the caller must do next, most urgent first");
}
