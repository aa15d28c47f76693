using Initiatives.Api.Features.Clusters;
using Initiatives.Api.Features.Meetings;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Secretariat;

/// <summary>The secretariat's pages, save those that stand with their noun: people and the plan.</summary>
internal static class SecretariatPages
{
    public static void AddSecretariat(this IServiceCollection services) => services.AddScoped<OfficeForms>().AddSingleton<Rounds.Reminding>().AddSingleton<Meetings.TellOfCalendar>();

    public static void MapSecretariatPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sekretariat", ShowSecretariat.Handle).Needs(RightsTable.ReadSecretariat);
        pages.MapGet("/sekretariat/organisationer", OrganisationPages.List).Needs(RightsTable.ReadSecretariat);
        pages.MapGet("/sekretariat/organisationer/{organisation}", OrganisationPages.Show).Needs<Domain.RecordOrganisation>();
        pages.MapPost("/sekretariat/organisationer/{organisation}", OrganisationPages.Save).Needs<Domain.RecordOrganisation>();
        pages.MapGet("/sekretariat/fora", ForumPages.List).Needs(RightsTable.ReadSecretariat);
        pages.MapPost($"/sekretariat/fora/{OrderForums.Address}", OrderForums.Move).Needs<Domain.OrderForums>();
        pages.MapGet("/sekretariat/fora/{forum}", ForumPages.Show).Needs<Domain.ConfigureForum>();
        pages.MapPost("/sekretariat/fora/{forum}", ForumPages.Save).Needs<Domain.ConfigureForum>();
        pages.MapGet("/sekretariat/tolerancer", TolerancePages.Show).Needs<Domain.SetTolerances>();
        pages.MapPost("/sekretariat/tolerancer", TolerancePages.Save).Needs<Domain.SetTolerances>();
        pages.MapGet("/sekretariat/kalender", CalendarPages.List).Needs(RightsTable.ReadSecretariat);
        pages.MapGet("/sekretariat/kalender/{meeting}", CalendarPages.Show).Needs<Domain.ScheduleMeeting>();
        pages.MapPost("/sekretariat/kalender/{meeting}", CalendarPages.Save).Needs<Domain.ScheduleMeeting>();
        pages.MapPost("/sekretariat/kalender/{meeting}/aflysning", CalendarPages.Cancel).Needs<Domain.CancelMeeting>();
        pages.MapWheelPages();
        pages.MapGet("/sekretariat/national", AllowNationalReading.Show).Needs<Domain.AllowNationalReading>();
        pages.MapPost("/sekretariat/national", AllowNationalReading.Save).Needs<Domain.AllowNationalReading>();
    }

    /// <summary>The first step back from each of them.</summary>
    public static Crumb Crumb(PageDesk desk) => new(desk.Texts["Office.Title"], "/sekretariat");
}
