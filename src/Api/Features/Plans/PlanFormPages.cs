using System.Globalization;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>/handleplan/ny and /handleplan/revision: a plan is drawn up, or gets another title, period or set of focus areas.</summary>
internal static class PlanFormPages
{
    private const string DrawUpPath = "/handleplan/ny";
    private const string RevisePath = "/handleplan/revision";

    public static Task<IResult> ShowDrawUp(PageDesk desk, OfficeForms forms, CardReader cards) => desk.ShowAsync(
        visit => DrawAsync(desk, forms, cards, visit, null, Fields.Of([new("areas[0].name", "")]), []), fromRecord: false);

    public static Task<IResult> DrawUp(PageDesk desk, OfficeForms forms, CardReader cards) => forms.TakeAsync(
        "PlanForm",
        (visit, fields) =>
        {
            var faults = new List<Refusal>();
            var (title, from, to, areas) = Read(fields, [], faults);
            // The year tells it from the plan it takes over from.
            var id = SlugOf.Name($"{title} {from.Year.ToString(CultureInfo.InvariantCulture)}", visit.Standing.Plan is { } before ? [before.Id] : []);
            return new Asked([new PlanWish(id, new Domain.DrawUpPlan(id, title, from, to, areas), Creates: true)], "/handleplan", "PlanDrawnUp") { Faults = faults };
        },
        (visit, fields, refusals) => DrawAsync(desk, forms, cards, visit, null, fields, refusals));

    public static Task<IResult> ShowRevise(PageDesk desk, OfficeForms forms, CardReader cards) => desk.ShowAsync(
        visit => visit.Standing.Plan is { } plan ? DrawAsync(desk, forms, cards, visit, plan, FieldsOf(plan), []) : Task.FromResult(desk.NotFound()), fromRecord: false);

    public static Task<IResult> Revise(PageDesk desk, OfficeForms forms, CardReader cards) => forms.TakeAsync(
        "PlanForm",
        (visit, fields) =>
        {
            var faults = new List<Refusal>();
            var plan = visit.Standing.Plan ?? Plan.None;
            var (title, from, to, areas) = Read(fields, plan.FocusAreas, faults);
            return new Asked([new PlanWish(plan.Id, new RevisePlan(title, from, to, areas, fields.Words("reason")))], "/handleplan", "PlanRevised") { Faults = faults };
        },
        (visit, fields, refusals) => DrawAsync(desk, forms, cards, visit, visit.Standing.Plan, fields, refusals));

    private static (string Title, DateOnly From, DateOnly To, IReadOnlyList<FocusArea> Areas) Read(Fields fields, IReadOnlyList<FocusArea> known, List<Refusal> faults)
    {
        var areas = new List<FocusArea>();
        foreach (var at in FieldRows.Written(fields, "areas"))
        {
            // The hidden id keeps an area the same when it is renamed: initiatives point at it.
            var (id, name) = (fields[$"areas[{at}].id"], fields.Words($"areas[{at}].name") ?? "");
            if (name.Length == 0 && known.All(a => a.Id != id)) continue;
            areas.Add(new(known.Any(a => a.Id == id) ? id : SlugOf.Name(name, known.Concat(areas).Select(a => a.Id)), name));
        }
        return (fields.Words("title") ?? "", Day("from"), Day("to"), areas);

        DateOnly Day(string field)
        {
            if (fields.Words(field) is null) faults.Add(InitiativeRefusals.DateMissing(field));
            return fields.Date(field) ?? default;
        }
    }

    private static async Task<IResult> DrawAsync(
        PageDesk desk, OfficeForms forms, CardReader cards, PageVisit visit, Plan? plan, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var frame = desk.Frame(visit, desk.Texts[plan is null ? "Plan.DrawUp" : "Plan.Revise"], new Crumb(desk.Texts["Plan.Title"], "/handleplan"));
        var version = plan is null ? null : (await cards.ReadAsync(visit.Me.Cluster, plan.Id, desk.Cancellation))?.PlanVersion;
        var form = forms.Draw(frame, plan is null ? DrawUpPath : RevisePath, fields, refusals, version, field => field == "id" ? "title" : field.Replace("focusAreas", "areas", StringComparison.Ordinal));
        return PageDesk.Set<PlanFormPage>(new PlanFormView(frame, form, IsNew: plan is null), OfficeForms.StatusOf(refusals));
    }

    private static Fields FieldsOf(Plan plan) => Fields.Of(
    [
        new("title", plan.Title),
        new("from", plan.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("to", plan.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. plan.FocusAreas.SelectMany((area, at) => new KeyValuePair<string, string>[] { new($"areas[{at}].id", area.Id), new($"areas[{at}].name", area.Name) }),
    ]);
}

public sealed record PlanFormView(Frame Frame, Form Form, bool IsNew);
