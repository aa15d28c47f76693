using System.Text.Encodings.Web;
using System.Text.Unicode;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Overview;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform;
using Radzen;

namespace Initiatives.Api.Features.Shell;

/// <summary>The pages' table of contents: a line per page.</summary>
internal static class PageRoutes
{
    public static void AddPages(this IServiceCollection services)
    {
        // Danish letters as themselves: readable in the page's source, and half as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<ClusterDirectory>();
        services.AddSingleton<StandingReader>();
        services.AddScoped<PageDesk>();
        // The charts ask for it, also where no script can show a tooltip.
        services.AddScoped<TooltipService>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseDesignSystem();
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.AddEndpointFilter(PageHeaders.AddAsync);
        pages.MapGet("/", ShowOverview.Handle);
        pages.MapGet("/indsatser/{number:int}", ShowInitiative.Handle);
        pages.MapGet("/rapporter", ShowArchive.Handle);
        pages.MapGet("/rapporter/{id}", ShowEdition.Handle);
        pages.MapGet("/{**nowhere:regex(^(?!api/|openapi/|health/|lib/))}", (PageDesk desk) => desk.ShowAsync(visit => Task.FromResult(desk.NotFound(visit.Clusters)))).WithOrder(int.MaxValue);
    }
}
