using System.Text.RegularExpressions;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Secretariat;

/// <summary>What a form of the secretariat asks for, as it was read.</summary>
/// <param name="Path">Where to go when it is done.</param>
/// <param name="Done">Names the text <c>Done.{Done}</c>.</param>
internal sealed record Asked(IReadOnlyList<Wish> Wishes, string Path, string Done)
{
    /// <summary>What the form itself found amiss, before any rule of the domain is asked.</summary>
    public IReadOnlyList<Refusal> Faults { get; init; } = [];

    /// <summary>The form comes back once, to say what it would do: nothing is sent before that is confirmed.</summary>
    public bool Asks { get; init; }
}

/// <summary>
/// What all forms of the secretariat have in common: fields are read, wishes sent, and the page comes back with what must be
/// mended, or goes on to where it is done. The page that shows the form is the caller's.
/// </summary>
internal sealed partial class OfficeForms(PageDesk desk, Loading loading, TimeProvider time)
{
    /// <param name="prefix">Of the texts that label the fields: the field <c>name</c> is labelled <c>{prefix}.name</c>.</param>
    /// <param name="read">From the fields to commands. May be given rows to add or remove; it is then not called.</param>
    /// <param name="show">Draws the form again, with what was typed.</param>
    public Task<IResult> TakeAsync(
        string prefix, Func<PageVisit, Fields, Asked> read, Func<PageVisit, Fields, IReadOnlyList<Refusal>, Task<IResult>> show) =>
        desk.PostAsync(async (visit, form) =>
        {
            var fields = Fields.Of(form);
            if (FieldRows.Press(fields, form[Fields.Press])) return await show(visit, fields, []);
            var asked = read(visit, fields);
            Refusal[] faults = [.. fields.Unreadable, .. asked.Faults];
            if (faults.Length > 0 || asked.Asks) return await show(visit, fields, faults);
            return await desk.SendAsync(visit, form, asked.Wishes) switch
            {
                Outcome.Accepted => desk.Done(visit, asked.Path, asked.Done),
                Outcome.Refused refused => await show(visit, fields, refused.Refusals),
                Outcome.Stale stale => await desk.ConflictAsync(visit, form, stale, asked.Wishes[0].Stream!, Labels(prefix, fields)),
                Outcome.Missing => desk.NotFound(),
                _ => desk.Forbidden(),
            };
        });

    /// <summary>The form as it is drawn: with the version it is drawn from, and what must be mended.</summary>
    public Form Draw(Frame frame, string path, Fields fields, IReadOnlyList<Refusal> refusals, long? version = null, Func<string, string?>? place = null) =>
        new(frame, frame.Link(path), fields, FormErrors.Of(refusals, desk.Texts.Language, place), version);

    public async Task<long> ClusterVersionAsync(PageVisit visit) => (await LoadAsync(visit)).ClusterVersion;

    public async Task<long> CalendarVersionAsync(PageVisit visit) => (await LoadAsync(visit)).CalendarVersion;

    /// <summary>422 where something must be mended: the page says what.</summary>
    public static int StatusOf(IReadOnlyList<Refusal> refusals) => refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;

    private Task<Loaded> LoadAsync(PageVisit visit) => loading.LoadAsync(new(visit.Me.Cluster, visit.Me.Id, time.GetUtcNow()), [], desk.Cancellation);

    private Dictionary<string, string> Labels(string prefix, Fields fields)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in fields.Text.Keys)
        {
            if (desk.Texts.Find($"{prefix}.{RowNumber().Replace(name, "")}") is { } label) labels[name] = label;
        }
        return labels;
    }

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex RowNumber();
}
