using System.Globalization;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>/sekretariat/fora: the chain in its order, and for each forum its duties, whom it escalates to, its rhythm, and who gets its minutes.</summary>
internal static class ForumPages
{
    /// <summary>Stands in the address where an id would, for one that is not there yet.</summary>
    public const string New = "nyt";

    public const string Path = "/sekretariat/fora";

    public static Task<IResult> List(PageDesk desk, OfficeForms forms) => desk.ShowAsync(visit => ListAsync(desk, forms, visit, []), fromRecord: false);

    /// <param name="refusals">Why the order is as it was.</param>
    public static async Task<IResult> ListAsync(PageDesk desk, OfficeForms forms, PageVisit visit, IReadOnlyList<Refusal> refusals)
    {
        var frame = desk.Frame(visit, desk.Texts["Forums.Title"], SecretariatPages.Crumb(desk));
        var form = forms.Draw(frame, $"{Path}/{OrderForums.Address}", new Fields(), refusals, await forms.ClusterVersionAsync(visit), static _ => null);
        return PageDesk.Set<ForumsPage>(new ForumsView(frame, form, visit.Standing.Cluster, visit.May<Domain.OrderForums>()), OfficeForms.StatusOf(refusals));
    }

    public static Task<IResult> Show(string forum, PageDesk desk, OfficeForms forms) => desk.ShowAsync(
        visit => DrawAsync(desk, forms, visit, forum, FieldsOf(visit.Standing.Cluster, forum), []), fromRecord: false);

    /// <summary>One form, three commands, decided together: the forum, its rhythm, and whose members get its minutes.</summary>
    public static Task<IResult> Save(string forum, PageDesk desk, OfficeForms forms) => forms.TakeAsync(
        "ForumForm",
        (visit, fields) =>
        {
            var cluster = visit.Standing.Cluster;
            var name = fields.Words("name") ?? "";
            var id = forum == New ? SlugOf.Name(name, [.. cluster.Forums.Select(f => f.Id), New, OrderForums.Address]) : forum;
            var faults = new List<Refusal>();
            var rhythm = new Rhythm(
                Days("rhythm.opens"), Days("rhythm.deadline"), Days("rhythm.reminder"), Days("rhythm.pack"), Days("rhythm.hour"), fields.IsTicked("rhythm.monthly"));
            if (forum != New && cluster.Forum(forum) is null) faults.Add(InitiativeRefusals.ForumUnknown("name", forum));
            return new Asked(
                [
                    new ClusterWish(new Domain.ConfigureForum(id, name, [.. Enum.GetValues<ForumDuty>().Where(d => fields.IsTicked($"duties.{d}"))], fields.Words("escalatesTo"))),
                    new ClusterWish(new Domain.SetRhythm(id, rhythm)),
                    new ClusterWish(new Domain.SetDistribution(id, [.. cluster.Forums.Where(f => fields.IsTicked($"sentTo.{f.Id}")).Select(f => f.Id)])),
                ],
                Path, "ForumSaved") { Faults = faults };

            int Days(string field)
            {
                if (fields.Number(field) is { } days && days == decimal.Truncate(days) && Math.Abs(days) < 1000) return (int)days;
                if (fields.Unreadable.All(u => u.Field != field)) faults.Add(FormFaults.Number(field));
                return 0;
            }
        },
        (visit, fields, refusals) => DrawAsync(desk, forms, visit, forum, fields, refusals));

    private static async Task<IResult> DrawAsync(PageDesk desk, OfficeForms forms, PageVisit visit, string forum, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var cluster = visit.Standing.Cluster;
        var known = cluster.Forum(forum);
        if (known is null && forum != New) return desk.NotFound();
        var frame = desk.Frame(visit, known?.Name ?? desk.Texts["Forums.Add"], SecretariatPages.Crumb(desk), new Crumb(desk.Texts["Forums.Title"], Path));
        var form = forms.Draw(frame, $"{Path}/{forum}", fields, refusals, await forms.ClusterVersionAsync(visit), PlaceOf);
        return PageDesk.Set<ForumPage>(new ForumView(frame, form, [.. cluster.Forums.Where(f => f.Id != forum)]), OfficeForms.StatusOf(refusals));
    }

    // The rules of duties and rhythm speak of all of them together: told at the first field.
    private static string PlaceOf(string field) => field switch
    {
        "duties" => $"duties.{nameof(ForumDuty.PlaceOrders)}",
        "rhythm" => "rhythm.opens",
        _ when field.StartsWith("sentTo", StringComparison.Ordinal) => "sentTo",
        _ => field,
    };

    private static Fields FieldsOf(Cluster cluster, string forum)
    {
        var known = cluster.Forum(forum);
        var rhythm = known?.Rhythm ?? Rhythm.Default;
        var fields = Fields.Of([new("name", known?.Name ?? ""), new("escalatesTo", known?.EscalatesTo ?? "")]);
        foreach (var (field, days) in new[] { ("opens", rhythm.OpensDaysBefore), ("deadline", rhythm.DeadlineDaysBefore), ("reminder", rhythm.ReminderWorkingDaysBefore), ("pack", rhythm.PackDaysBefore), ("hour", rhythm.Hour) })
            fields[$"rhythm.{field}"] = days.ToString(CultureInfo.InvariantCulture);
        if (rhythm.MonthlyDashboard) fields["rhythm.monthly"] = YesNoChoice.Yes;
        foreach (var duty in known?.Duties ?? []) fields[$"duties.{duty}"] = YesNoChoice.Yes;
        foreach (var to in cluster.Distribution.FirstOrDefault(d => d.MinutesOf == forum)?.SentTo ?? []) fields[$"sentTo.{to}"] = YesNoChoice.Yes;
        return fields;
    }
}

/// <param name="Form">Moves one forum one place.</param>
public sealed record ForumsView(Frame Frame, Form Form, Cluster Cluster, bool MayOrder);

/// <param name="Others">The cluster's other forums.</param>
public sealed record ForumView(Frame Frame, Form Form, IReadOnlyList<Forum> Others);
