using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>
/// The owner's answer to the order, a page for each step: what is written is kept as a draft on the way from one step to the next,
/// so that no text hangs on a connection that lasts for eight of them. And each revision, as it was submitted and received.
/// </summary>
internal static class ConfirmationPages
{
    /// <summary>Query name: the step, counted from 1.</summary>
    public const string Step = "trin";

    /// <summary>Query name, without meaning of its own: what must be mended in the step is told.</summary>
    public const string Check = "mangler";

    public static void AddConfirmationPages(this IServiceCollection services) => services.AddSingleton<ConfirmationSubjects>();

    public static void MapConfirmationPages(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup("/indsatser/{number:int}/ordrebekraeftelse");
        one.MapGet("", ShowConfirmationStep.Handle).Needs<SubmitConfirmation>();
        one.MapPost("", SendConfirmationStep.Handle).Needs<SubmitConfirmation>();
        one.MapPost("/kladde", AutosaveConfirmation.Handle).Needs<SubmitConfirmation>();
        one.MapGet("/{revision:int}", ShowRevision.Handle).Needs(RightsTable.ReadInitiative);
    }

    /// <summary>The draft in the API.</summary>
    /// <param name="one">One initiative.</param>
    public static void MapConfirmationDraft(this IEndpointRouteBuilder one)
    {
        one.MapGet("/confirmation-draft", ReadConfirmationDraft.Handle).Needs<SubmitConfirmation>().Answers<DraftView>("The order confirmation the caller has begun to write, and nobody else sees");
        one.MapPut("/confirmation-draft", SaveConfirmationDraft.Handle).Needs<SubmitConfirmation>().TakesIn<DraftView>("Keep what the caller has written of the confirmation so far");
        one.MapDelete("/confirmation-draft", DiscardConfirmationDraft.Handle).Needs<SubmitConfirmation>().TakesIn<NoDraft>("Forget what the caller has written of the confirmation");
    }

    /// <summary>Finds what the page is about and goes on; answers by itself when there is no such initiative, and when it cannot be confirmed now.</summary>
    public static async Task<IResult> AtAsync(PageDesk desk, ConfirmationSubjects subjects, PageVisit visit, int number, Func<ConfirmationSubject, Task<IResult>> then)
    {
        if (await subjects.FindAsync(visit, number, desk.Cancellation) is not { } subject) return desk.NotFound();
        return subject.Closed is { } closed
            ? PageDesk.Set<Orders.ClosedPage>(
                new Orders.ClosedView(desk.Frame(visit, desk.Texts["Confirmation.Title"], subject.Of.Crumb), subject.Of.Path, closed.In(desk.Texts.Language)), StatusCodes.Status409Conflict)
            : await then(subject);
    }

    /// <param name="fields">Of every step, as typed or as filled in beforehand.</param>
    /// <param name="refusals">What to tell at the fields of this step.</param>
    /// <param name="mend">Tell, step by step, all that must be mended.</param>
    public static IResult Set(PageDesk desk, ConfirmationSubject subject, ConfirmationStep step, Fields fields, IReadOnlyList<Refusal> refusals, bool mend = false)
    {
        var read = ConfirmationFields.Read(fields);
        var all = read.Refusals(subject.Of);
        var wrong = all.Select(r => r.Field is { } field ? ConfirmationSteps.Of(field) : null).OfType<ConfirmationStep>().ToHashSet();
        var written = fields.Text.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => ConfirmationSteps.Of(f.Key)).ToHashSet();
        var errors = FormErrors.Of(refusals, desk.Texts.Language);
        var title = desk.Texts["Confirmation.Title"];
        var frame = desk.Frame(
            subject.Of.Visit,
            $"{(errors.Any || mend ? $"{desk.Texts["Form.Error"]}: " : "")}{desk.Texts[$"Confirmation.{step}"]} – {title}",
            subject.Of.Crumb);
        var view = new ConfirmationFormView(
            new Form(frame, frame.Link(PathOf(subject, step)), fields, errors, subject.Of.Version),
            subject,
            (int)step,
            [.. ConfirmationSteps.All.Select(s => new Step(
                desk.Texts[$"Confirmation.{s}"],
                null,
                IsDone: s != ConfirmationStep.Review && written.Contains(s) && !wrong.Contains(s),
                IsWrong: mend && wrong.Contains(s),
                Press: SendConfirmationStep.To(s)))],
            read.Terms,
            mend ? [.. all.Select(r => new ToMend(r.Field is { } f ? (int?)ConfirmationSteps.Of(f) : null, r.Field, r.In(desk.Texts.Language)))] : []);
        return PageDesk.Set<ConfirmationFormPage>(view, errors.Any || mend ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    public static string PathOf(ConfirmationSubject subject, ConfirmationStep step) => FormattableString.Invariant($"{subject.Path}?{Step}={(int)step}");
}
