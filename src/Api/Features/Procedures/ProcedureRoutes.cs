using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Procedures;

/// <summary>Written procedures, over the API and as pages. An answer needs no version: the members answer side by side.</summary>
internal static class ProcedureRoutes
{
    private const string One = "/procedures/{procedure}";
    private const string Page = "/skriftlige-godkendelser";
    private const string OnePage = Page + "/{procedure}";

    public static void AddProcedures(this IServiceCollection services)
    {
        services.AddSingleton<ProcedureReader>();
        services.AddSingleton<ProcedureMail>();
        services.AddSingleton<TellingOfProcedures>();
        services.AddSingleton<Alongside>(provider => provider.GetRequiredService<TellingOfProcedures>());
        services.AddScoped<ProcedureDesk>();
    }

    public static void MapProcedures(this IEndpointRouteBuilder cluster)
    {
        cluster.MapGet("/procedures", ListProcedures.Handle).Needs(RightsTable.ReadProcedures).Answers<ListProcedures.Page>("The cluster's written procedures, the newest first");
        cluster.MapGet(One, ReadProcedure.Handle).Needs(RightsTable.ReadProcedure).Reads<ReadProcedure.View>("One written procedure: the question, the answers, the outcome");
        cluster.MapPut(One, StartProcedure.Handle).Needs<Domain.StartProcedure>().Puts("Ask a forum's members a question between meetings");
        cluster.MapPut(One + "/answer", AnswerProcedure.Handle).Needs<Domain.AnswerProcedure>().Puts("Answer, or answer otherwise");
        cluster.MapPut(One + "/deadline", ExtendProcedure.Handle).Needs<Domain.ExtendProcedure>().Puts("Give the members longer to answer");
        cluster.MapPut(One + "/withdrawal", WithdrawProcedure.Handle).Needs<Domain.WithdrawProcedure>().Puts("Call it off; nothing is decided");
        cluster.MapPut(One + "/conclusion", ConcludeProcedure.Handle).Needs<Domain.ConcludeProcedure>().Puts("Record what the forum decided in writing, and what it means for the initiative");
    }

    public static void MapProcedurePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Page, ShowProcedures.Handle).Needs(RightsTable.ReadProcedures);
        pages.MapGet(Page + "/ny", SendNewProcedure.Show).Needs<Domain.StartProcedure>();
        pages.MapPost(Page + "/ny", SendNewProcedure.Send).Needs<Domain.StartProcedure>();
        pages.MapGet(OnePage, ShowProcedure.Handle).Needs(RightsTable.ReadProcedure);
        pages.MapPost(OnePage + "/svar", ShowProcedure.Answer).Needs<Domain.AnswerProcedure>();
        pages.MapPost(OnePage + "/frist", ShowProcedure.Extend).Needs<Domain.ExtendProcedure>();
        pages.MapPost(OnePage + "/tilbage", ShowProcedure.Withdraw).Needs<Domain.WithdrawProcedure>();
        pages.MapGet(OnePage + "/udfald/{outcome}", SendProcedureOutcome.Show).Needs<Domain.ConcludeProcedure>();
        pages.MapPost(OnePage + "/udfald/{outcome}", SendProcedureOutcome.Send).Needs<Domain.ConcludeProcedure>();
    }
}
