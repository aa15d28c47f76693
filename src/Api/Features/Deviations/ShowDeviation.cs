using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Deviations.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Remedy = Initiatives.Reporting.Record.Remedy;

namespace Initiatives.Api.Features.Deviations;

/// <summary>GET /afvigelser/{number}-{deviation}: the whole case, and what this reader may do about it.</summary>
internal static class ShowDeviation
{
    public static Task<IResult> Handle(int number, int deviation, PageDesk desk, InitiativesInHand initiatives) => desk.ShowAsync(async visit =>
        await initiatives.FindAsync(visit, number, desk.Cancellation) is { } about && CaseInHand.Of(about, deviation) is { } found
            ? PageDesk.Set<DeviationPage>(new DeviationView(
                desk.Frame(visit, desk.Texts["Case.Title", found.Number, about.Number], new Crumb(desk.Texts["Cases.Title"], "/afvigelser")),
                found))
            : desk.NotFound());
}

public sealed record DeviationView(Frame Frame, CaseInHand Case)
{
    /// <summary>What the reader may do now, first what is the case's next move.</summary>
    public IReadOnlyList<Act> Acts { get; } = [.. All(Case).Where(a => a.IsOffered)];

    /// <summary>The first of them is the case's next move, and not only possible.</summary>
    public bool IsReadersTurn => Acts is [{ Forum: { } forum }, ..] && (Case.Proposals.Count > 0 || Case.About.Turn.Forum == forum);

    /// <summary>What the reader may do now about one remedy.</summary>
    public IEnumerable<Act> ActsOn(Remedy remedy) =>
        new Act[] { new CompleteRemedyAct(Case, remedy), new MoveRemedyDueAct(Case, remedy), new DropRemedyAct(Case, remedy) }.Where(a => a.IsOffered);

    private static IEnumerable<Act> All(CaseInHand found)
    {
        if (found.Deviation.OpenEscalation is { Decided: not null } answered) yield return new NoteAnswerAct(found, answered);
        if (found.Deviation.OpenEscalation is { Decided: null } && EscalationInHand.Of(found.About, found.Deviation.OpenEscalation.Number) is { } open) yield return new DecideEscalationAct(open);
        yield return new CloseDeviationAct(found);
        Act[] rest = [new ChooseTrackAct(found), new AgreeRemedyAct(found), new RaiseEscalationAct(found)];
        // Where the system proposes to escalate, that is the first thing to consider.
        foreach (var act in found.Proposals.Count > 0 && found.Deviation.Track is not null ? rest.Reverse() : rest) yield return act;
    }
}
