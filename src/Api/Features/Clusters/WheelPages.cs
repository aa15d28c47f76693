using System.Globalization;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>/sekretariat/aarshjul: what comes back on the forums' agendas every year, by month and forum. Everybody reads it, the secretariat keeps it.</summary>
internal static class WheelPages
{
    /// <summary>Stands in the address where an id would, for one that is not there yet.</summary>
    public const string New = "nyt";

    public const string Path = "/sekretariat/aarshjul";

    public const int MonthsOfTheYear = 12;

    public static void MapWheelPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Show).Needs(RightsTable.ReadMeetings);
        pages.MapGet(Path + "/{point}", Edit).Needs<Domain.SetWheelPoint>();
        pages.MapPost(Path + "/{point}", Save).Needs<Domain.SetWheelPoint>();
        pages.MapPost(Path + "/{point}/fjern", Remove).Needs<Domain.RemoveWheelPoint>();
    }

    public static Task<IResult> Show(PageDesk desk) => desk.ShowAsync(visit =>
    {
        var (cluster, calendar) = (visit.Standing.Cluster, visit.Standing.Calendar);
        var mayKeep = visit.May<Domain.SetWheelPoint>();
        var frame = desk.Frame(visit, desk.Texts["Wheel.Title"], mayKeep ? SecretariatPages.Crumb(desk) : new Crumb(desk.Texts["Meetings.Title"], "/moeder"));
        return Task.FromResult(PageDesk.Set<WheelPage>(new WheelView(
            frame, [.. cluster.Forums], [.. cluster.Wheel.Select(p => new WheelRow(p, cluster.Forum(p.Forum)?.Name ?? p.Forum, ReadWheel.NextOf(p, calendar, visit.Day)))], mayKeep)));
    });

    public static Task<IResult> Edit(string point, PageDesk desk, OfficeForms forms) => desk.ShowAsync(
        visit => DrawAsync(desk, forms, visit, point, FieldsOf(visit.Standing.Cluster, point), []), fromRecord: false);

    public static Task<IResult> Save(string point, PageDesk desk, OfficeForms forms) => forms.TakeAsync(
        "WheelForm",
        (visit, fields) =>
        {
            var title = fields.Words("title") ?? "";
            var id = point == New ? SlugOf.Name(title, [.. visit.Standing.Cluster.Wheel.Select(p => p.Id), New]) : point;
            var time = fields.Choice<WheelTime>("time");
            // Months that were ticked before another time was chosen are not meant any more.
            IReadOnlyList<int> months = time is WheelTime.Months ? [.. Enumerable.Range(1, MonthsOfTheYear).Where(m => fields.IsTicked(Month(m)))] : [];
            return new Asked(
                [new ClusterWish(new Domain.SetWheelPoint(id, title, fields["forum"], time ?? default, months, fields.Words("recommendation") ?? "", fields.Words("note")))], Path, "WheelPointSaved")
            {
                Faults =
                [
                    .. time is null ? [FormFaults.ChoiceMissing("time")] : Array.Empty<Refusal>(),
                    .. fields.Words("forum") is null ? [FormFaults.ChoiceMissing("forum")] : Array.Empty<Refusal>(),
                ],
            };
        },
        (visit, fields, refusals) => DrawAsync(desk, forms, visit, point, fields, refusals));

    public static Task<IResult> Remove(string point, PageDesk desk, OfficeForms forms) => forms.TakeAsync(
        "WheelForm",
        (_, _) => new Asked([new ClusterWish(new Domain.RemoveWheelPoint(point))], Path, "WheelPointRemoved"),
        (visit, fields, refusals) => DrawAsync(desk, forms, visit, point, fields, refusals));

    public static string Month(int month) => FormattableString.Invariant($"months.{month}");

    private static async Task<IResult> DrawAsync(PageDesk desk, OfficeForms forms, PageVisit visit, string point, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var known = visit.Standing.Cluster.Wheel.FirstOrDefault(p => p.Id == point);
        if (known is null && point != New) return desk.NotFound();
        var frame = desk.Frame(visit, known?.Title ?? desk.Texts["Wheel.Add"], SecretariatPages.Crumb(desk), new Crumb(desk.Texts["Wheel.Title"], Path));
        var form = forms.Draw(frame, $"{Path}/{point}", fields, refusals, await forms.ClusterVersionAsync(visit), PlaceOf);
        return PageDesk.Set<WheelPointPage>(
            new WheelPointView(frame, form, [.. visit.Standing.Cluster.Forums.Select(f => new Option(f.Id, f.Name))], known is null ? null : frame.Link($"{Path}/{point}/fjern")), OfficeForms.StatusOf(refusals));
    }

    private static string PlaceOf(string field) => field switch
    {
        "id" => "title",
        "months" => Month(1),
        _ => field,
    };

    private static Fields FieldsOf(Cluster cluster, string point)
    {
        if (cluster.Wheel.FirstOrDefault(p => p.Id == point) is not { } known) return new Fields();
        var fields = Fields.Of([new("title", known.Title), new("forum", known.Forum), new("time", known.Time.ToString()), new("recommendation", known.Recommendation), new("note", known.Note ?? "")]);
        foreach (var month in known.Months) fields[Month(month)] = YesNoChoice.Yes;
        return fields;
    }
}

/// <param name="Next">The meeting it falls on next; null when none is set.</param>
public sealed record WheelRow(WheelPoint Point, string Forum, Meeting? Next);

public sealed record WheelView(Frame Frame, IReadOnlyList<Forum> Forums, IReadOnlyList<WheelRow> Rows, bool MayKeep)
{
    /// <summary>The months and the two ends of the year, in the order of the year; an end only where a point comes then.</summary>
    public IEnumerable<(string Text, Func<WheelPoint, bool> Comes)> Year
    {
        get
        {
            if (Rows.Any(r => r.Point.Time is WheelTime.FirstMeeting)) yield return (Frame.Texts["WheelTime.FirstMeeting"], p => p.Time is WheelTime.FirstMeeting);
            for (var m = 1; m <= WheelPages.MonthsOfTheYear; m++)
            {
                var month = m;
                yield return (Frame.Texts[FormattableString.Invariant($"Month.{month}")], p => p.Months.Contains(month));
            }
            if (Rows.Any(r => r.Point.Time is WheelTime.LastMeeting)) yield return (Frame.Texts["WheelTime.LastMeeting"], p => p.Time is WheelTime.LastMeeting);
        }
    }

    /// <summary>When a point comes, in words: "marts, september".</summary>
    public string When(WheelPoint point) => point.Time is WheelTime.Months
        ? string.Join(", ", point.Months.Select(m => Frame.Texts[FormattableString.Invariant($"Month.{m}")].ToLower(CultureInfo.InvariantCulture)))
        : Frame.Texts[$"WheelTime.{point.Time}"];
}

/// <param name="RemoveAt">Where to send that it is to be removed; null for one that is not there yet.</param>
public sealed record WheelPointView(Frame Frame, Form Form, IReadOnlyList<Option> Forums, string? RemoveAt);
