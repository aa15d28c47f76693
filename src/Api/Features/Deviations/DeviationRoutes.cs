using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Deviations;

/// <summary>Deviations of one initiative: the track, the remedies, and the way up the chain and back.</summary>
internal static class DeviationRoutes
{
    public static void MapDeviations(this IEndpointRouteBuilder initiative)
    {
        initiative.MapGet("/deviations", ReadDeviations.Handle).Needs(RightsTable.ReadInitiative).Reads<ReadDeviations.All>("Its deviations, open and closed");
        initiative.MapGet("/deviations/{deviation:int}", ReadDeviations.HandleOne).Needs(RightsTable.ReadInitiative).Reads<ReadDeviations.View>("One deviation");
        initiative.MapPut("/deviations/{deviation:int}/track", ChooseTrack.Handle).Needs<Domain.ChooseTrack>().Changes("Choose its track");
        initiative.MapPost("/deviations/{deviation:int}/remedies", AgreeRemedy.Handle).Needs<Domain.AgreeRemedy>().Adds("Agree a remedy");
        initiative.MapPost("/deviations/{deviation:int}/escalations", RaiseEscalation.Handle).Needs<Domain.RaiseEscalation>().Adds("Escalate with a question and a recommendation");
        initiative.MapPut("/deviations/{deviation:int}/closing", CloseDeviation.Handle).Needs<Domain.CloseDeviation>().Changes("Confirm the effect and close it");

        initiative.MapGet("/remedies/{remedy:int}", ReadDeviations.HandleRemedy).Needs(RightsTable.ReadInitiative).Reads<ReadDeviations.RemedyView>("One remedy");
        initiative.MapPut("/remedies/{remedy:int}/due", MoveRemedyDue.Handle).Needs<Domain.MoveRemedyDue>().Changes("Give a remedy another due date");
        initiative.MapPut("/remedies/{remedy:int}/completion", CompleteRemedy.Handle).Needs<Domain.CompleteRemedy>().Changes("A remedy has been carried out");
        initiative.MapPut("/remedies/{remedy:int}/dropping", DropRemedy.Handle).Needs<Domain.DropRemedy>().Changes("Give a remedy up");

        initiative.MapGet("/escalations/{escalation:int}", ReadDeviations.HandleEscalation).Needs(RightsTable.ReadInitiative).Reads<ReadDeviations.EscalationView>("One escalation");
        initiative.MapPut("/escalations/{escalation:int}/forwarding", ForwardEscalation.Handle).Needs<Domain.ForwardEscalation>().Changes("Send it one forum further up");
        initiative.MapPut("/escalations/{escalation:int}/decision", DecideEscalation.Handle).Needs<Domain.DecideEscalation>().Changes("Answer it");
        initiative.MapPut("/escalations/{escalation:int}/answer-noted", NoteAnswer.Handle).Needs<Domain.NoteAnswer>().Changes("Take note of the answer");
    }
}
