using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Features.Operations;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Accounts;
using Initiatives.Api.Features.Statuses;
using Initiatives.Api.Features.Tasks;
using Initiatives.Api.Jobs;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;

namespace Initiatives.Api.Platform;

/// <summary>What the host is made of: a line per part, here and nowhere else.</summary>
internal static class Hosting
{
    public static void AddParts(this IServiceCollection services)
    {
        services.AddEdge();
        services.AddHealth();
        services.AddCommands();
        services.AddReading();
        services.AddInterchange();
        services.AddPacks();
        services.AddJobs();
        services.AddMail();
        services.AddOperations();
        services.AddApi();
        services.AddSignIn();
        services.AddStatuses();
        services.AddTasks();
        services.AddPages();
    }

    public static void MapParts(this WebApplication app)
    {
        app.UseEdge();
        app.MapHealth();
        app.MapApi();
        app.MapPages();
    }
}
