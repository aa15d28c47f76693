using Initiatives.Api.Platform.Http;

namespace Initiatives.Api.Features.Deviations;

/// <summary>Deviations of one initiative: the track, the remedies, and the way up the chain and back.</summary>
internal static class DeviationRoutes
{
    public static void MapDeviations(this IEndpointRouteBuilder initiative)
    {
        initiative.MapGet("/deviations", ReadDeviations.Handle).Reads<ReadDeviations.All>("Its deviations, open and closed");
        initiative.MapGet("/deviations/{deviation:int}", ReadDeviations.HandleOne).Reads<ReadDeviations.View>("One deviation");
        initiative.MapPut("/deviations/{deviation:int}/track", ChooseTrack.Handle).Changes("Choose its track");
        initiative.MapPost("/deviations/{deviation:int}/remedies", AgreeRemedy.Handle).Adds("Agree a remedy");
        initiative.MapPost("/deviations/{deviation:int}/escalations", RaiseEscalation.Handle).Adds("Escalate with a question and a recommendation");
        initiative.MapPut("/deviations/{deviation:int}/closing", CloseDeviation.Handle).Changes("Confirm the effect and close it");

        initiative.MapGet("/remedies/{remedy:int}", ReadDeviations.HandleRemedy).Reads<ReadDeviations.RemedyView>("One remedy");
        initiative.MapPut("/remedies/{remedy:int}/due", MoveRemedyDue.Handle).Changes("Give a remedy another due date");
        initiative.MapPut("/remedies/{remedy:int}/completion", CompleteRemedy.Handle).Changes("A remedy has been carried out");
        initiative.MapPut("/remedies/{remedy:int}/dropping", DropRemedy.Handle).Changes("Give a remedy up");

        initiative.MapGet("/escalations/{escalation:int}", ReadDeviations.HandleEscalation).Reads<ReadDeviations.EscalationView>("One escalation");
        initiative.MapPut("/escalations/{escalation:int}/forwarding", ForwardEscalation.Handle).Changes("Send it one forum further up");
        initiative.MapPut("/escalations/{escalation:int}/decision", DecideEscalation.Handle).Changes("Answer it");
        initiative.MapPut("/escalations/{escalation:int}/answer-noted", NoteAnswer.Handle).Changes("Take note of the answer");
    }
}
