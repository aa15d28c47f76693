using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Statuses;

/// <summary>Sets the page of a new status: opened, sent back with what must be mended, or shown as it will be read.</summary>
internal static class StatusPages
{
    /// <summary>Query name: the number of the status that this one corrects.</summary>
    public const string Corrects = "retter";

    /// <summary>Finds what the page is about and goes on; answers by itself when there is no such initiative or status, and when none can be given.</summary>
    public static async Task<IResult> AtAsync(
        PageDesk desk, StatusSubjects subjects, PageVisit visit, int number, int? corrects, Func<StatusSubject, Status?, Task<IResult>> then)
    {
        if (await subjects.FindAsync(visit, number, corrects, desk.Cancellation) is not { } subject) return desk.NotFound();
        var corrected = corrects is { } status ? subject.Posted(status) : null;
        if (corrects is not null && corrected is null) return desk.NotFound();
        return subject.Closed is { } closed
            ? PageDesk.Set<StatusClosedPage>(new StatusClosedView(FrameOf(desk, subject, corrected, false), subject.State.Number, closed.In(desk.Texts.Language)), StatusCodes.Status409Conflict)
            : await then(subject, corrected);
    }

    /// <param name="fields">As typed, or as filled in beforehand.</param>
    /// <param name="refusals">What must be mended.</param>
    /// <param name="preview">Shows it as the managing forum will read it.</param>
    /// <param name="since">What others did meanwhile.</param>
    public static IResult Set(
        PageDesk desk,
        StatusSubject subject,
        Status? corrected,
        Fields fields,
        IReadOnlyList<Refusal> refusals,
        DateTimeOffset? preview = null,
        IReadOnlyList<Meanwhile>? since = null)
    {
        var read = StatusFields.Read(fields, subject.State.Terms);
        var errors = FormErrors.Of(refusals, desk.Texts.Language, read.Place);
        var frame = FrameOf(desk, subject, corrected, errors.Any);
        var action = frame.Link(corrected is null ? subject.Path : $"{subject.Path}?{Corrects}={corrected.Number}");
        var view = new StatusFormView(
            new Form(frame, action, fields, errors, subject.Version),
            subject,
            corrected,
            subject.Suggest(read.Content),
            preview is { } at
                ? StatusPreview.Of(subject.Cluster, subject.Visit.Standing.Calendar, subject.Record, read.Content, corrected?.Number, subject.Visit.Me.Id, at)
                : null,
            since ?? []);
        var status = since is { Count: > 0 } ? StatusCodes.Status409Conflict : errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return PageDesk.Set<StatusFormPage>(view, status);
    }

    /// <summary>Everything that would keep it from being posted, each at its field.</summary>
    public static IReadOnlyList<Refusal> Refusals(StatusSubject subject, StatusRead read, int? corrects)
    {
        var decided = new PostStatus(read.Content, corrects).Decide(subject.State, subject.Setting).Refusals;
        // What could not be read is told as that, not as missing too; and without a light nothing is said of it.
        var told = read.Faults.Select(f => f.Field).ToHashSet();
        return
        [
            .. read.Faults,
            .. decided.Where(r => r.Field is not { } field
                || !(told.Contains(read.Place(field)) || (field == StatusFields.OverrideReason && !read.HasLight) || (field == "dimensions" && told.Overlaps(StatusFields.Dimensions)))),
        ];
    }

    private static Frame FrameOf(PageDesk desk, StatusSubject subject, Status? corrected, bool wrong)
    {
        var title = corrected is null ? desk.Texts["StatusForm.Title", subject.State.Number] : desk.Texts["StatusForm.CorrectTitle", corrected.Number, subject.State.Number];
        return desk.Frame(
            subject.Visit,
            wrong ? $"{desk.Texts["Form.Error"]}: {title}" : title,
            new Crumb($"{subject.State.Number}. {subject.State.Title}", $"/indsatser/{subject.State.Number}"));
    }
}
