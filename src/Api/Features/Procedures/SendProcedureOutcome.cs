using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Procedures;

/// <summary>/skriftlige-godkendelser/{procedure}/udfald/{outcome}: what the forum decided, in the form that a meeting has for that outcome.</summary>
internal static class SendProcedureOutcome
{
    private const string Early = "earlyBecause";

    public static Task<IResult> Show(string procedure, string outcome, ProcedureDesk desk) => desk.ShowAsync(procedure, visit =>
        Find(desk, visit, outcome) is { } choice ? Set(desk, visit, choice, null, []) : null);

    public static Task<IResult> Send(string procedure, string outcome, ProcedureDesk desk) => desk.TakeAsync(procedure, "ProcedureConcluded", (visit, fields) =>
    {
        if (Find(desk, visit, outcome) is not { } choice) return null;
        var (body, faults) = new OutcomeForm(visit.Case, choice.Outcome, desk.Texts).Read(fields);
        var wishes = OutcomeWishes.InWriting(procedure, visit.Found.Forum!, visit.Asked.Item, body, visit.IsEarly ? fields.Words(Early) : null);
        return (wishes, faults.Count == 0 ? [] : [.. faults, .. wishes.OfType<InitiativeWish>().SelectMany(w => visit.Case.RefusalsOf(w.Command)).Where(r => faults.All(f => f.Field != r.Field))]);
    }, (visit, fields, refusals) => Find(desk, visit, outcome) is { } choice ? Set(desk, visit, choice, fields, refusals) : null);

    // What cannot be concluded has no page, whoever types its address.
    private static OutcomeChoice? Find(ProcedureDesk desk, ProcedureVisit visit, string outcome) =>
        visit.MayConclude ? OutcomeChoice.Of(visit.Case, visit.Path, desk.Texts).FirstOrDefault(c => OutcomeChoice.SlugOf(c.Outcome) == outcome) : null;

    private static IResult Set(ProcedureDesk desk, ProcedureVisit visit, OutcomeChoice choice, Fields? typed, IReadOnlyList<Refusal> refusals)
    {
        var form = new OutcomeForm(visit.Case, choice.Outcome, desk.Texts);
        Ask[] asks = [.. form.Asks, .. visit.IsEarly ? new[] { new Ask.Words(Early, desk.Texts["Procedure.EarlyWhy"], 2) { Hint = desk.Texts["Procedure.EarlyWhyHint", desk.Texts.Say.List([.. visit.State.Unanswered.Select(visit.Name)])] } } : []];
        var frame = desk.Frame(visit, desk.Texts["Procedure.ConcludeAs", choice.Text], refusals.Count > 0, new Crumb(desk.Texts["Procedure.Title", visit.Forum], visit.Path));
        var fields = typed ?? form.Prefilled();
        return PageDesk.Set<ProcedureOutcomePage>(
            new ProcedureOutcomeView(ProcedureDesk.Form(frame, choice.Path, fields, refusals, visit.Found.Procedure.Version, path => path == Early ? path : form.Place(fields, path)), visit, choice, asks),
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

public sealed record ProcedureOutcomeView(Form Form, ProcedureVisit Visit, OutcomeChoice Choice, IReadOnlyList<Ask> Asks)
{
    public Frame Frame => Form.Frame;
}
