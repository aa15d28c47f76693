using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>
/// POST /indsatser/{number}/ordrebekraeftelse/kladde: the step's own script sends what is written every few seconds; the answer
/// says that it is kept. As with the buttons, the other steps keep what they hold.
/// </summary>
internal static class AutosaveConfirmation
{
    /// <param name="Told">For the line beside the buttons: "Gemt kl. 10.42".</param>
    /// <param name="Kept">False when it may not be kept.</param>
    /// <param name="Newest">Tells the browser which text the service has; null when it has none.</param>
    public sealed record Answer(string Told, bool Kept, string? Newest);

    public static Task<IResult> Handle(int number, [FromQuery(Name = ConfirmationPages.Step)] int? asked, PageDesk desk, ConfirmationSubjects subjects, Drafts.Drafts drafts) =>
        desk.PostAsync((visit, form) => ConfirmationPages.AtAsync(desk, subjects, visit, number, async subject =>
        {
            var fields = SendConfirmationStep.Merge(subject.Fields(), Fields.Of(form), ConfirmationSteps.At(asked));
            if (ConfirmationDrafts.Refuse(fields.Text) is [var broken, ..])
                return Results.Json(new Answer(desk.Texts["Autosave.Refused", broken.In(desk.Texts.Language)], Kept: false, Newest: null), ApiJson.Options);
            subject = subject with { Draft = await drafts.SaveAsync(subject.DraftKey, fields.Text, desk.Cancellation) };
            return Results.Json(new Answer(subject.Kept(desk.Texts)!, Kept: true, subject.Newest), ApiJson.Options);
        }));
}
