using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.People;

/// <summary>The register of people, as the secretariat keeps it.</summary>
internal static class PeoplePages
{
    public static void AddPeoplePages(this IServiceCollection services) => services.AddSingleton<KeepPeople>();

    public static void MapPeoplePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sekretariat/personer", PersonPages.List).Needs(RightsTable.ReadPeople);
        pages.MapGet("/sekretariat/personer/{person}", PersonPages.Show).Needs(RightsTable.KeepPeople);
        pages.MapPost("/sekretariat/personer/{person}", PersonPages.Save).Needs(RightsTable.KeepPeople);
        pages.MapGet("/sekretariat/personer/{person}/glem", PersonPages.AskForget).Needs(RightsTable.KeepPeople);
        pages.MapPost("/sekretariat/personer/{person}/glem", PersonPages.Forget).Needs(RightsTable.KeepPeople);
        pages.MapPost("/sekretariat/personer/{person}/links", RevokeTaskLinks.Press).Needs(RightsTable.KeepPeople);
        pages.MapGet("/sekretariat/personimport", ImportPeople.Show).Needs(RightsTable.KeepPeople);
        pages.MapGet("/sekretariat/personimport/skabelon", ImportPeople.Template).Needs(RightsTable.KeepPeople);
        pages.MapPost("/sekretariat/personimport", ImportPeople.Preview).Needs(RightsTable.KeepPeople).WithMetadata(new BodyLimit(SentFile.FormBytes));
        pages.MapPost("/sekretariat/personimport/indlaes", ImportPeople.Take).Needs(RightsTable.KeepPeople).WithMetadata(new BodyLimit(SentFile.FormBytes));
    }
}
