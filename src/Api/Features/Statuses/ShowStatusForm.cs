using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Statuses;

/// <summary>GET /indsatser/{number}/status: a new status, filled in with what is known; <c>?retter=3</c> corrects one that was posted.</summary>
internal static class ShowStatusForm
{
    public static Task<IResult> Handle(int number, [FromQuery(Name = StatusPages.Corrects)] int? corrects, PageDesk desk, StatusSubjects subjects) =>
        desk.ShowAsync(
            visit => StatusPages.AtAsync(desk, subjects, visit, number, corrects, (subject, corrected) =>
            {
                var today = visit.Today;
                var fields = corrected is null
                    ? StatusFields.Prefill(subject.Record, subject.State.Terms, today)
                    : StatusFields.Of(corrected.Content, subject.State.Terms, today);
                // What was begun goes before what is known; a field that the form has got since is filled in as ever.
                foreach (var (name, text) in subject.Draft?.Fields ?? new Dictionary<string, string>()) fields[name] = text;
                return Task.FromResult(StatusPages.Set(desk, subject, corrected, fields, []));
            }),
            fromRecord: false);
}
