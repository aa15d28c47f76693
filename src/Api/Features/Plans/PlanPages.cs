using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Features.People;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Plans;

/// <summary>The plan's pages: everybody reads it, the secretariat keeps it, and forums decide on it.</summary>
internal static class PlanPages
{
    public static void AddPlans(this IServiceCollection services) => services.AddSingleton<InitiativeSheet>().AddSingleton<SuccessionReader>();

    public static void MapPlanPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/handleplan", ShowPlan.Handle).Needs(RightsTable.ReadPlan);
        pages.MapGet("/handleplan/indsatser.csv", ShowPlan.Csv).Needs(RightsTable.ReadPlan);
        pages.MapGet("/handleplan/klynge.json", WholeCluster).Needs(RightsTable.Export);
        pages.MapGet("/handleplan/ny", PlanFormPages.ShowDrawUp).Needs<Domain.DrawUpPlan>();
        pages.MapPost("/handleplan/ny", PlanFormPages.DrawUp).Needs<Domain.DrawUpPlan>();
        pages.MapGet("/handleplan/revision", PlanFormPages.ShowRevise).Needs<Domain.RevisePlan>();
        pages.MapPost("/handleplan/revision", PlanFormPages.Revise).Needs<Domain.RevisePlan>();
        pages.MapGet("/handleplan/bestilling", OrderPages.Show).Needs<Domain.ListInitiative>();
        pages.MapPost("/handleplan/bestilling", OrderPages.Save).Needs<Domain.ListInitiative>();
        pages.MapGet("/handleplan/godkendelse", PlanDecisionPages.ShowApprove).Needs<Domain.ApprovePlan>();
        pages.MapPost("/handleplan/godkendelse", PlanDecisionPages.Approve).Needs<Domain.ApprovePlan>();
        pages.MapGet("/handleplan/ikke-medtaget", PlanDecisionPages.ShowDrop).Needs<Domain.DropFromPlan>();
        pages.MapPost("/handleplan/ikke-medtaget", PlanDecisionPages.Drop).Needs<Domain.DropFromPlan>();
        pages.MapGet("/handleplan/forbehold/{reservation:int}", PlanDecisionPages.ShowFulfil).Needs<Domain.FulfilPlanReservation>();
        pages.MapPost("/handleplan/forbehold/{reservation:int}", PlanDecisionPages.Fulfil).Needs<Domain.FulfilPlanReservation>();
        pages.MapGet("/handleplan/afslutning", PlanDecisionPages.ShowClose).Needs<Domain.ClosePlan>();
        pages.MapPost("/handleplan/afslutning", PlanDecisionPages.Close).Needs<Domain.ClosePlan>();
        pages.MapGet(SuccessorPages.Path, SuccessorPages.Show).Needs<Domain.DrawUpPlan>();
        pages.MapPost(SuccessorPages.Path, SuccessorPages.Send).Needs<Domain.DrawUpPlan>();
        pages.MapGet("/handleplan/import", ImportInitiatives.Show).Needs<Domain.ListInitiative>();
        pages.MapGet("/handleplan/import/skabelon", ImportInitiatives.Template).Needs<Domain.ListInitiative>();
        pages.MapPost("/handleplan/import", ImportInitiatives.Preview).Needs<Domain.ListInitiative>().WithMetadata(new BodyLimit(SentFile.FormBytes));
        pages.MapPost("/handleplan/import/indlaes", ImportInitiatives.Take).Needs<Domain.ListInitiative>().WithMetadata(new BodyLimit(SentFile.FormBytes));
    }

    /// <summary>The same document as the API's export, for who has a browser and no program.</summary>
    private static Task<IResult> WholeCluster(PageDesk desk, HttpContext http, ClusterReader reader, PeopleRegister register) =>
        desk.ShowAsync(visit => SendDocument.Handle(http, visit.Me.Cluster, null, new AsOf(null, null), reader, register), fromRecord: false);
}
