using System.Text.Encodings.Web;
using System.Text.Unicode;
using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Features.Deviations;
using Initiatives.Api.Features.Endings;
using Initiatives.Api.Features.Feeds;
using Initiatives.Api.Features.Help;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Log;
using Initiatives.Api.Features.Operations;
using Initiatives.Api.Features.Overview;
using Initiatives.Api.Features.Approvals;
using Initiatives.Api.Features.Confirmations;
using Initiatives.Api.Features.Orders;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Tokens;
using Initiatives.Api.Features.Accounts;
using Initiatives.Api.Features.Statuses;
using Initiatives.Api.Features.Tasks;
using Initiatives.Api.Features.Meetings;
using Initiatives.Api.Features.National;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Plans;
using Initiatives.Api.Features.Procedures;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Webhooks;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;
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
        services.AddSingleton<StandingReader>();
        services.AddSingleton<KeptPages>();
        services.AddScoped<FormDesk>();
        services.AddScoped<PageDesk>();
        services.AddFeeds();
        services.AddWebhooks();
        services.AddOrderPages();
        services.AddConfirmationPages();
        services.AddActs();
        services.AddSingleton<OpenCases>();
        services.AddSecretariat();
        services.AddPlans();
        services.AddPeoplePages();
        services.AddAgendas();
        services.AddProcedures();
        // The charts ask for it, also where no script can show a tooltip.
        services.AddScoped<TooltipService>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseDesignSystem();
        app.UsePageFaults();
        app.UseRateLimiter();
        app.UsePageDoor();
        var pages = app.MapGroup("").ExcludeFromDescription().WithMetadata(IsPage.Yes).WithoutGuessedBodies();
        pages.MapSignIn();
        pages.MapGet("/", ShowOverview.Handle).Needs(RightsTable.ReadBoard);
        pages.MapGet("/indsatser/{number:int}", ShowInitiative.Handle).Needs(RightsTable.ReadInitiative);
        pages.MapGet("/indsatser/{number:int}/ark", ShowSheet.Html).Needs(RightsTable.ReadInitiative);
        pages.MapGet("/indsatser/{number:int}/ark.pdf", ShowSheet.Pdf).Needs(RightsTable.ReadInitiative);
        pages.MapStatusPages();
        pages.MapTaskPage();
        pages.MapOrderPages();
        pages.MapConfirmationPages();
        pages.MapApprovalPages();
        pages.MapDeviationPages();
        pages.MapEndingPages();
        pages.MapGet("/rapporter", ShowArchive.Handle).Needs(RightsTable.ReadPacks);
        pages.MapGet(ShowComparison.Path, ShowComparison.Handle).Needs(RightsTable.ReadPacks);
        pages.MapGet("/rapporter/{id}", ShowEdition.Handle).Needs(RightsTable.ReadPacks);
        pages.MapMeetingPages();
        pages.MapAgendaPages();
        pages.MapProcedurePages();
        pages.MapPlanPages();
        pages.MapPeoplePages();
        pages.MapSecretariatPages();
        pages.MapNational();
        pages.MapLogPages();
        pages.MapTokenPages();
        pages.MapFeedPages();
        pages.MapWebhookPages();
        pages.MapOperationsPages();
        pages.MapHelp();
        pages.MapGet("/{**nowhere:regex(^(?!api/|openapi/|health/|lib/))}", (PageDesk desk) => desk.NotFound()).OpenToAll().WithOrder(int.MaxValue);
    }
}
