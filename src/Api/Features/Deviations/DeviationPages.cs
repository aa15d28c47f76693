using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Deviations.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Rights;
using Remedy = Initiatives.Reporting.Record.Remedy;

namespace Initiatives.Api.Features.Deviations;

/// <summary>The pages of deviation management: the list, the case, what the forum does to it, and the way up the chain and back.</summary>
internal static class DeviationPages
{
    private const string Case = "/afvigelser/{number:int}-{deviation:int}";
    private const string Remedy = Case + "/afhjaelpning/{remedy:int}";
    private const string Escalation = "/eskaleringer/{number:int}-{escalation:int}";

    public static void MapDeviationPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/afvigelser", ShowDeviations.Handle).Needs(RightsTable.ReadBoard);
        pages.MapGet(Case, ShowDeviation.Handle).Needs(RightsTable.ReadInitiative);
        pages.MapAct<Domain.ChooseTrack>(Case + "/spor", (about, id) => OfCase(about, id, c => new ChooseTrackAct(c)));
        pages.MapAct<Domain.AgreeRemedy>(Case + "/afhjaelpning", (about, id) => OfCase(about, id, c => new AgreeRemedyAct(c)));
        pages.MapAct<Domain.CompleteRemedy>(Remedy + "/udfoert", (about, id) => OfRemedy(about, id, (c, r) => new CompleteRemedyAct(c, r)));
        pages.MapAct<Domain.MoveRemedyDue>(Remedy + "/frist", (about, id) => OfRemedy(about, id, (c, r) => new MoveRemedyDueAct(c, r)));
        pages.MapAct<Domain.DropRemedy>(Remedy + "/frafald", (about, id) => OfRemedy(about, id, (c, r) => new DropRemedyAct(c, r)));
        pages.MapAct<Domain.RaiseEscalation>(Case + "/eskaler", (about, id) => OfCase(about, id, c => new RaiseEscalationAct(c)));
        pages.MapAct<Domain.CloseDeviation>(Case + "/luk", (about, id) => OfCase(about, id, c => new CloseDeviationAct(c)));

        pages.MapGet("/eskaleringer", ShowEscalations.Handle).Needs(RightsTable.ReadBoard);
        pages.MapGet(Escalation, ShowEscalation.Handle).Needs(RightsTable.ReadInitiative);
        pages.MapAct<Domain.DecideEscalation>(Escalation + "/beslutning", (about, id) => OfEscalation(about, id, e => new DecideEscalationAct(e)));
        pages.MapAct<Domain.ForwardEscalation>(Escalation + "/videre", (about, id) => OfEscalation(about, id, e => new ForwardEscalationAct(e)));
        pages.MapAct<Domain.NoteAnswer>(Escalation + "/efterretning", (about, id) => OfEscalation(about, id, e => new NoteAnswerAct(e.Case, e.Escalation)));
    }

    private static Act? OfCase(InitiativeInHand about, Func<string, int> id, Func<CaseInHand, Act> make) =>
        CaseInHand.Of(about, id("deviation")) is { } found ? make(found) : null;

    private static Act? OfRemedy(InitiativeInHand about, Func<string, int> id, Func<CaseInHand, Remedy, Act> make) =>
        CaseInHand.Of(about, id("deviation")) is { } found && found.Deviation.Remedies.FirstOrDefault(r => r.Number == id("remedy")) is { } remedy ? make(found, remedy) : null;

    private static Act? OfEscalation(InitiativeInHand about, Func<string, int> id, Func<EscalationInHand, Act> make) =>
        EscalationInHand.Of(about, id("escalation")) is { } found ? make(found) : null;
}
