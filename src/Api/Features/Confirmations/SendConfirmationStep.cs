using System.Globalization;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>POST /indsatser/{number}/ordrebekraeftelse: keeps what stands in the step, whichever button was pressed, then does what the button says.</summary>
internal static class SendConfirmationStep
{
    public const string Send = "send";
    public const string Next = "naeste";
    public const string Save = "kladde";
    public const string Discard = "slet-kladde";

    private const string Toward = "trin:";

    /// <summary>The button that leads to a step.</summary>
    public static string To(ConfirmationStep step) => FormattableString.Invariant($"{Toward}{(int)step}");

    public static Task<IResult> Handle(int number, [FromQuery(Name = ConfirmationPages.Step)] int? asked, PageDesk desk, ConfirmationSubjects subjects, Drafts.Drafts drafts) =>
        desk.PostAsync((visit, form) => ConfirmationPages.AtAsync(desk, subjects, visit, number, subject =>
            new Sent(desk, subjects, drafts, visit, form, subject, ConfirmationSteps.At(asked)).AnswerAsync(form[Fields.Press].ToString())));

    /// <summary>What was kept of the other steps, and of this one what was sent: a row that was removed is not sent.</summary>
    internal static Fields Merge(Fields kept, Fields sent, ConfirmationStep step) =>
        Fields.Of(kept.Text.Where(f => ConfirmationSteps.Of(f.Key) != step).Concat(sent.Text));

    private sealed record Sent(
        PageDesk Desk, ConfirmationSubjects Subjects, Drafts.Drafts Drafts, PageVisit Visit, IFormCollection Form, ConfirmationSubject Subject, ConfirmationStep Step)
    {
        private readonly Fields _fields = Merge(Subject.Fields(), Fields.Of(Form), Step);

        public async Task<IResult> AnswerAsync(string pressed)
        {
            if (pressed == Discard)
            {
                await Drafts.RemoveAsync(Subject.DraftKey, Desk.Cancellation);
                return Desk.Done(Visit, Subject.Path, "ConfirmationDraftDiscarded");
            }
            var rows = FieldRows.Press(_fields, pressed);
            // What may not be kept stays in the form, and is told there.
            if (ConfirmationDrafts.Refuse(_fields.Text) is { Count: > 0 } broken) return ConfirmationPages.Set(Desk, Subject, Step, _fields, broken);
            var draft = await Drafts.SaveAsync(Subject.DraftKey, _fields.Text, Desk.Cancellation);
            if (rows) return ConfirmationPages.Set(Desk, Subject with { Draft = draft }, Step, _fields, []);
            if (pressed == Send) return await SubmitAsync();
            // What cannot be read is mended here, where it was typed; what is merely missing may wait for the last step.
            var unreadable = ConfirmationFields.Read(_fields).Fields.Unreadable.Where(u => ConfirmationSteps.Of(u.Field!) == Step).ToList();
            if (unreadable.Count > 0) return ConfirmationPages.Set(Desk, Subject with { Draft = draft }, Step, _fields, unreadable);
            return pressed switch
            {
                Save => Desk.Done(Visit, ConfirmationPages.PathOf(Subject, Step), "ConfirmationDraftSaved"),
                _ => PageDesk.SeeOther(Desk.Frame(Visit, "").Link(ConfirmationPages.PathOf(Subject, Destination(pressed)))),
            };
        }

        private async Task<IResult> SubmitAsync()
        {
            var read = ConfirmationFields.Read(_fields);
            if (read.Refusals(Subject.Of).Count > 0) return ConfirmationPages.Set(Desk, Subject, ConfirmationStep.Review, _fields, OfThisStep(read), mend: true);
            switch (await Desk.SendAsync(Visit, Form, Subject.DraftKey, new InitiativeWish(Subject.State.Plan, Subject.State.Number, read.Command(Subject.State))))
            {
                case Outcome.Accepted:
                    return Desk.Done(Visit, FormattableString.Invariant($"{Subject.Path}/{Subject.Revision}"), "ConfirmationSubmitted");
                case Outcome.Refused refused:
                    return ConfirmationPages.Set(Desk, Subject, ConfirmationStep.Review, _fields, refused.Refusals, mend: true);
                case Outcome.Stale stale:
                    // All of it is kept as a draft; the page tells what happened meanwhile, and leads back to the last step.
                    return await Desk.ConflictAsync(
                        Visit, Form, stale, Streams.Initiative(Subject.State.Plan, Subject.State.Number),
                        new Dictionary<string, string> { [ConfirmationFields.Reason] = Desk.Texts["Confirmation.reason"] });
                case Outcome.Missing:
                    return Desk.NotFound();
                default:
                    return Desk.Forbidden();
            }
        }

        private List<Refusal> OfThisStep(ConfirmationRead read) => [.. read.Refusals(Subject.Of).Where(r => r.Field is { } field && ConfirmationSteps.Of(field) == Step)];

        private ConfirmationStep Destination(string pressed) =>
            pressed.StartsWith(Toward, StringComparison.Ordinal) && int.TryParse(pressed.AsSpan(Toward.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
                ? ConfirmationSteps.At(asked)
                : ConfirmationSteps.At(Math.Min((int)Step + 1, (int)ConfirmationStep.Review));
    }
}
