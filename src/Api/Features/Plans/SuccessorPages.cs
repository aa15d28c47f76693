using System.Globalization;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>
/// /handleplan/efterfoelger: the plan ends and another takes over. A choice per initiative that has not ended, shown through first and
/// carried out at the press of a button, all or nothing.
/// </summary>
internal static class SuccessorPages
{
    public const string Path = "/handleplan/efterfoelger";

    public const string See = "vis";

    private const string CarryOut = "gem";

    public static Task<IResult> Show(PageDesk desk, OfficeForms forms, SuccessionReader reader, TimeProvider time) => desk.ShowAsync(async visit =>
    {
        if (visit.Standing.Plan is not { Closed: null } plan || await reader.ReadAsync(visit.Me.Cluster, plan.Id, time.GetUtcNow(), desk.Cancellation) is not { } found) return desk.NotFound();
        var from = plan.To.AddDays(1);
        var fields = Fields.Of(
        [
            new("from", Day(from)), new("to", Day(from.AddYears(1).AddDays(-1))), new("on", Day(visit.Today)),
            .. found.Open.Select(i => new KeyValuePair<string, string>(Choice(i.Number), nameof(Succeeding.CarryOver))),
        ]);
        return Draw(desk, forms, visit, found.Plan, found.Version, found.Open, fields, [], preview: false);
    }, fromRecord: false);

    public static Task<IResult> Send(PageDesk desk, OfficeForms forms, SuccessionReader reader, Rehearsal rehearsal, TimeProvider time) => desk.PostAsync(async (visit, form) =>
    {
        if (visit.Standing.Plan is not { Closed: null } plan || await reader.ReadAsync(visit.Me.Cluster, plan.Id, time.GetUtcNow(), desk.Cancellation) is not { } found) return desk.NotFound();
        var (fields, pressed) = (Fields.Of(form), form[Fields.Press].ToString());
        IResult Again(IReadOnlyList<Refusal> refusals, bool preview = false) => Draw(desk, forms, visit, found.Plan, found.Version, found.Open, fields, refusals, preview);

        var succession = Read(fields, visit, found.Plan, found.Open);
        Refusal[] faults = [.. fields.Unreadable, .. Missing(fields), .. SucceedPlan.Unchosen(found.Plan, found.Open, succession.Choices)];
        if (pressed is not (See or CarryOut)) return Again([]);
        if (faults.Length > 0) return Again(faults);
        var wishes = succession.Wishes(found.Open);
        if (pressed == See)
        {
            var tried = await rehearsal.TryAsync(new(visit.Me.Cluster, visit.Me.Id, time.GetUtcNow(), By: visit.Me), [.. wishes.Select(w => w.Wish)], desk.Cancellation);
            Refusal[] refused = [.. tried.Refusals.SelectMany((refusals, at) => refusals.Select(wishes[at].Place))];
            return Again(refused, preview: refused.Length == 0);
        }
        return await desk.SendAsync(visit, form, [.. wishes.Select(w => w.Wish)]) switch
        {
            Outcome.Accepted => desk.Done(visit, "/handleplan", "PlanSucceeded"),
            // Somebody was faster between the preview and the press.
            Outcome.Refused refused => Again(refused.Refusals),
            Outcome.Stale stale => await desk.ConflictAsync(visit, form, stale, Streams.Plan(plan.Id), new Dictionary<string, string>()),
            Outcome.Missing => desk.NotFound(),
            _ => desk.Forbidden(),
        };
    });

    public static string Choice(int number) => FormattableString.Invariant($"initiatives.{number}.choice");

    public static string Reason(int number) => FormattableString.Invariant($"initiatives.{number}.reason");

    private static Succession Read(Fields fields, PageVisit visit, Plan plan, IReadOnlyList<Initiative> open)
    {
        var title = fields.Words("title") ?? "";
        var from = fields.Date("from") ?? default;
        return new(
            plan, SlugOf.Name($"{title} {from.Year.ToString(CultureInfo.InvariantCulture)}", [plan.Id]), title, from, fields.Date("to") ?? default, fields.Date("on") ?? default,
            fields["forum"], fields.Words("decision") ?? "", fields.Words("lessonsLearned"),
            [
                .. from initiative in open
                   let chosen = fields.Choice<Succeeding>(Choice(initiative.Number))
                   where chosen is not null
                   select new SucceedingChoice(initiative.Number, chosen.Value, fields.Words(Reason(initiative.Number)) ?? ""),
            ])
        {
            Ordering = SucceedPlan.OrderingIn(visit.Standing.Cluster, fields["forum"]),
        };
    }

    private static IEnumerable<Refusal> Missing(Fields fields)
    {
        if (fields.Words("forum") is null) yield return FormFaults.ChoiceMissing("forum");
        foreach (var day in new[] { "from", "to", "on" })
            if (fields.Words(day) is null) yield return InitiativeRefusals.DateMissing(day);
    }

    private static IResult Draw(
        PageDesk desk, OfficeForms forms, PageVisit visit, Plan plan, long version, IReadOnlyList<Initiative> open, Fields fields, IReadOnlyList<Refusal> refusals, bool preview)
    {
        var frame = desk.Frame(visit, desk.Texts["Successor.Title"], new Crumb(desk.Texts["Plan.Title"], "/handleplan"));
        return PageDesk.Set<SuccessorPage>(
            new SuccessorView(
                frame, forms.Draw(frame, Path, fields, refusals, version, field => field == "id" ? "title" : field), plan,
                [.. open.Select(i => new SuccessorRow(i, visit.Standing.Cluster.Organisations.FirstOrDefault(o => o.Id == i.Ownership?.Organisation)?.Name))],
                [.. visit.Standing.Cluster.Forums.Where(f => visit.May<Domain.ClosePlan>(forum: f.Id)).Select(f => new Option(f.Id, f.Name))], preview),
            OfficeForms.StatusOf(refusals));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="Owner">The owner organisation's name; null before it is anchored.</param>
public sealed record SuccessorRow(Initiative Initiative, string? Owner);

/// <param name="Rows">What has not ended.</param>
/// <param name="Preview">What would be done is shown; nothing is written yet.</param>
public sealed record SuccessorView(Frame Frame, Form Form, Plan Plan, IReadOnlyList<SuccessorRow> Rows, IReadOnlyList<Option> Forums, bool Preview);
