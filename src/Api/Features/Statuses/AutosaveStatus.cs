using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;
using Initiatives.Reporting;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Statuses;

/// <summary>
/// POST /indsatser/{number}/status/kladde: the form's own script sends what is written every few seconds; the answer says that it
/// is kept, and which light the tolerances now suggest. The one page address that answers with JSON.
/// </summary>
internal static class AutosaveStatus
{
    /// <param name="Told">For the line beside the buttons: "Gemt kl. 10.42".</param>
    /// <param name="Kept">False when it may not be kept.</param>
    /// <param name="Newest">Tells the browser which text the service has, as the page did when it was set; null when it has none.</param>
    /// <param name="Suggested">Name of the light.</param>
    /// <param name="Because">Why, as a sentence.</param>
    public sealed record Answer(string Told, bool Kept, string? Newest, TrafficLight Suggested, string Because);

    public static Task<IResult> Handle(
        int number, [FromQuery(Name = StatusPages.Corrects)] int? corrects, PageDesk desk, StatusSubjects subjects, Drafts.Drafts drafts) =>
        desk.PostAsync((visit, form) => StatusPages.AtAsync(desk, subjects, visit, number, corrects, async (subject, _) =>
        {
            var fields = Fields.Of(form);
            var suggested = subject.Suggest(StatusFields.Read(fields, subject.State.Terms).Content);
            Answer Say(string told, DateTimeOffset? kept) => new(told, kept is not null, kept is { } at ? StatusFormView.Tag(at) : null, suggested.Light, suggested.In(desk.Texts.Language));
            if (StatusDrafts.Refuse(fields.Text) is [var broken, ..])
                return Results.Json(Say(desk.Texts["Autosave.Refused", broken.In(desk.Texts.Language)], kept: null), ApiJson.Options);
            var draft = await drafts.SaveAsync(subject.DraftKey, fields.Text, desk.Cancellation);
            var local = TimeZoneInfo.ConvertTime(draft.Saved, TimeZoneInfo.FindSystemTimeZoneById(subject.Cluster.TimeZone));
            return Results.Json(Say(desk.Texts["Autosave.Saved", desk.Texts.Say.Clock(TimeOnly.FromDateTime(local.DateTime))], draft.Saved), ApiJson.Options);
        }));
}
