using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Procedures;

/// <summary>/skriftlige-godkendelser/{procedure}: the question, the material, who answered what; and each reader's own next step.</summary>
internal static class ShowProcedure
{
    public static Task<IResult> Handle(string procedure, ProcedureDesk desk) => desk.ShowAsync(procedure, visit => Set(desk, visit, null, null, []));

    /// <summary>POST .../svar: a member's answer. No version: members answer side by side.</summary>
    public static Task<IResult> Answer(string procedure, ProcedureDesk desk) => desk.TakeAsync(procedure, "ProcedureAnswered", (visit, fields) =>
    {
        var person = visit.Found.AnswersFor(visit.Visit.Me) is { Count: > 0 } mine ? mine.FirstOrDefault(m => m == fields["person"]) ?? mine[0] : visit.Visit.Me.Id;
        return fields.Choice<ProcedureStance>("stance") is { } stance
            ? ([new ProcedureWish(new Domain.AnswerProcedure(procedure, visit.Asked.Forum, person, stance, fields.Words("text")))], [])
            : ([], [FormFaults.ChoiceMissing("stance")]);
    }, (visit, fields, refusals) => Set(desk, visit, "svar", fields, refusals));

    /// <summary>POST .../frist: longer to answer.</summary>
    public static Task<IResult> Extend(string procedure, ProcedureDesk desk) => desk.TakeAsync(procedure, "ProcedureExtended", (visit, fields) =>
        fields.Date("deadline") is { } deadline
            ? ([new ProcedureWish(new Domain.ExtendProcedure(procedure, visit.Asked.Forum, deadline, fields.Words("reason")))], [])
            : ([], [InitiativeRefusals.DateMissing("deadline")]),
        (visit, fields, refusals) => Set(desk, visit, "frist", fields, refusals));

    /// <summary>POST .../tilbage: called off.</summary>
    public static Task<IResult> Withdraw(string procedure, ProcedureDesk desk) => desk.TakeAsync(procedure, "ProcedureWithdrawn", (visit, fields) =>
        ([new ProcedureWish(new Domain.WithdrawProcedure(procedure, visit.Asked.Forum, fields["reason"].Trim()))], []),
        (visit, fields, refusals) => Set(desk, visit, "tilbage", fields, refusals));

    /// <param name="sent">Which of the page's forms is shown again; null for none.</param>
    private static IResult Set(ProcedureDesk desk, ProcedureVisit visit, string? sent, Fields? typed, IReadOnlyList<Refusal> refusals)
    {
        var frame = desk.Frame(visit, desk.Texts["Procedure.Title", visit.Forum], refusals.Count > 0);
        var person = visit.AnswersFor.Count > 0 ? visit.AnswersFor[0] : null;
        var given = person is null ? null : visit.State.AnswerOf(person);
        Form Of(string form, long? version, params KeyValuePair<string, string>[] filled) =>
            ProcedureDesk.Form(frame, $"{visit.Path}/{form}", sent == form ? typed! : Fields.Of(filled), sent == form ? refusals : [], version);
        var material = AgendaMaterial.Of(visit.Asked.Item, desk.Texts);
        return PageDesk.Set<ProcedurePage>(
            new ProcedureView(
                visit, frame,
                Of("svar", null, new("stance", given?.Stance.ToString() ?? ""), new("text", given?.Text ?? ""), new("person", person ?? "")),
                Of("frist", visit.Found.Procedure.Version), Of("tilbage", visit.Found.Procedure.Version), sent,
                // Whoever came by the link has no other page of ours open to them.
                visit.Visit.Me.Task is null ? material : [],
                visit.MayConclude ? OutcomeChoice.Of(visit.Case, visit.Path, desk.Texts) : [], ProcedureOutcome.Of(visit.Found.Procedure, visit.Found.Record)),
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <param name="Sent">The form that is shown again with what must be mended; null for none.</param>
/// <param name="Pages">Where the case itself is read.</param>
/// <param name="Outcomes">What can be concluded now, by whom may.</param>
/// <param name="Words">What it came to; null while it is open.</param>
public sealed record ProcedureView(
    ProcedureVisit Visit, Frame Frame, Form Answer, Form Extend, Form Withdraw, string? Sent, IReadOnlyList<AgendaMaterial> Pages, IReadOnlyList<OutcomeChoice> Outcomes, string? Words)
{
    public Procedure State => Visit.State;

    public AgendaItem Item => Visit.Asked.Item;

    /// <summary>The form whose errors stand at the top.</summary>
    public Form? Failed => Sent switch { "svar" => Answer, "frist" => Extend, "tilbage" => Withdraw, _ => null };

    /// <summary>The terms that are to be approved; null when it is about something else.</summary>
    public DeliveryTerms? Terms => Item.Kind is AgendaItemKind.Confirmation
        ? Visit.Found.Record.Initiatives.FirstOrDefault(i => Item.Initiative is { } about && (i.Card.Plan, i.Card.Number) == (about.Plan, about.Number))?.Confirmations.FirstOrDefault(c => c.Revision == Item.Part)?.Terms
        : null;

    public IReadOnlyList<string> Unanswered => [.. State.Unanswered.Select(Visit.Name)];

    public Told<ProcedureEvent>? Given(string person) => Visit.Found.Procedure.Answered(person);
}
