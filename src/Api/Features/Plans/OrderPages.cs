using System.Globalization;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>/handleplan/bestilling: the political level orders an initiative, and the plan lists its number; both or neither.</summary>
internal static class OrderPages
{
    private const string Path = "/handleplan/bestilling";

    public static Task<IResult> Show(PageDesk desk, OfficeForms forms) => desk.ShowAsync(visit => Task.FromResult(
        visit.Standing.Plan is { } plan
            ? Draw(desk, forms, visit, plan, Fields.Of([new("number", (plan.Initiatives.Append(0).Max() + 1).ToString(CultureInfo.InvariantCulture)), new("forum", Ordering(visit.Standing.Cluster) is [var only] ? only.Id : "")]), [])
            : desk.NotFound()), fromRecord: false);

    public static Task<IResult> Save(PageDesk desk, OfficeForms forms) => forms.TakeAsync(
        "OrderForm",
        (visit, fields) =>
        {
            var plan = visit.Standing.Plan?.Id ?? "";
            var number = fields.Number("number") is { } typed && typed == decimal.Truncate(typed) && typed is > 0 and < 10_000 ? (int)typed : 0;
            var order = new OrderInitiative(
                fields["forum"], plan, number, fields.Words("title") ?? "", fields["focusArea"], fields.Words("order") ?? "",
                [.. visit.Standing.Cluster.Organisations.Where(o => fields.IsTicked($"partners.{o.Id}")).Select(o => o.Id)],
                fields.Words("firstStep"), fields.Words("responsible"), fields.Words("involve"));
            List<Wish> wishes = [new InitiativeWish(plan, number, order, Creates: true), new PlanWish(plan, new ListInitiative(number))];
            if (fields.Words("attention") is { } why) wishes.Add(new InitiativeWish(plan, number, new AskSpecialAttention(null, why), Creates: true));
            return new Asked(wishes, $"/indsatser/{number}", "InitiativeOrdered")
            {
                Faults = fields.Words("forum") is null ? [FormFaults.ChoiceMissing("forum")] : [],
            };
        },
        (visit, fields, refusals) => Task.FromResult(visit.Standing.Plan is { } plan ? Draw(desk, forms, visit, plan, fields, refusals) : desk.NotFound()));

    private static IResult Draw(PageDesk desk, OfficeForms forms, PageVisit visit, Plan plan, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        var frame = desk.Frame(visit, desk.Texts["Plan.Order"], new Crumb(desk.Texts["Plan.Title"], "/handleplan"));
        var form = forms.Draw(frame, Path, fields, refusals, place: field => field == "reason" ? "attention" : field);
        return PageDesk.Set<OrderPage>(new OrderView(frame, form, plan, visit.Standing.Cluster, Ordering(visit.Standing.Cluster)), OfficeForms.StatusOf(refusals));
    }

    private static List<Forum> Ordering(Cluster cluster) => [.. cluster.Forums.Where(f => f.Has(ForumDuty.PlaceOrders))];
}

/// <param name="Ordering">Forums that place orders.</param>
public sealed record OrderView(Frame Frame, Form Form, Plan Plan, Cluster Cluster, IReadOnlyList<Forum> Ordering);
