using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Overview;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform;
using Radzen;

namespace Initiatives.Api.Features.Shell;

/// <summary>The pages' table of contents: a line per page.</summary>
internal static class PageRoutes
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<ClusterDirectory>();
        services.AddSingleton<StandingReader>();
        services.AddSingleton<PeopleRegister>();
        services.AddScoped<PageDesk>();
        // The charts ask for it, also where no script can show a tooltip.
        services.AddScoped<TooltipService>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseDesignSystem();
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", ShowOverview.Handle);
        pages.MapGet("/indsatser/{number:int}", ShowInitiative.Handle);
    }
}
