using System.Text;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Plans;

/// <summary>GET /handleplan: the plan in hand, its areas and initiatives with phase and owner, its approvals; and as CSV.</summary>
internal static class ShowPlan
{
    public static Task<IResult> Handle(PageDesk desk, PeopleRegister people, CardReader cards) => desk.ShowAsync(async visit =>
        PageDesk.Set<PlanPage>(new PlanView(
            desk.Frame(visit, desk.Texts["Plan.Title"]), visit.Standing.Plan, visit.Standing.Cluster, Rows(visit), await NamesAsync(desk, people, visit), Actions(visit))
        {
            Earlier = [.. (await cards.PlansAsync(visit.Me.Cluster, desk.Cancellation)).Select(p => p.Plan).Where(p => p.Closed is not null && p.Id != visit.Standing.Plan?.Id).Reverse()],
        }), fromRecord: false);

    /// <summary>GET /handleplan/indsatser.csv: with semicolons and a mark of its encoding, as Excel in Danish opens it.</summary>
    public static Task<IResult> Csv(PageDesk desk, PeopleRegister people) => desk.ShowAsync(async visit =>
    {
        if (visit.Standing.Plan is not { } plan) return desk.NotFound();
        var (texts, names) = (desk.Texts, await NamesAsync(desk, people, visit));
        var csv = new StringBuilder("\uFEFF");
        Line(csv, texts["PlanList.Number"], texts["Board.Initiative"], texts["PlanList.Area"], texts["PlanList.Phase"], texts["Board.Owner"], texts["PlanList.Partners"]);
        foreach (var row in Rows(visit))
        {
            Line(
                csv, row.Card.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Card.Title,
                plan.FocusAreas.FirstOrDefault(a => a.Id == row.Card.FocusArea)?.Name ?? row.Card.FocusArea, texts[$"State.{row.Now.State}"],
                row.Card.OwnerOrganisation is { } owner ? names(owner) : "", string.Join(", ", row.Card.Partners.Select(names)));
        }
        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"{plan.Id}.csv");
    }, fromRecord: false);

    private static IReadOnlyList<BoardRow> Rows(PageVisit visit) =>
        BoardView.Of(visit.Standing.Cluster, visit.Standing.Calendar, visit.Standing.Cards, visit.Day, columns: 1).Rows;

    private static async Task<Func<string, string>> NamesAsync(PageDesk desk, PeopleRegister people, PageVisit visit)
    {
        var names = await people.NamesAsync(visit.Me.Cluster, desk.Cancellation);
        return id => ClusterRecord.NameOf(id, visit.Standing.Cluster, names, visit.Texts.Language);
    }

    private static PlanActions Actions(PageVisit visit)
    {
        var running = visit.Standing.Plan is { Closed: null };
        return new(
            visit.May<Domain.DrawUpPlan>() && visit.Standing.Plan is null or { Closed: not null },
            running && visit.May<RevisePlan>(), running && visit.May<ListInitiative>(), running && visit.May<Domain.DropFromPlan>(),
            running && visit.May<Domain.ApprovePlan>(), running && visit.May<Domain.ClosePlan>(), visit.May<Domain.FulfilPlanReservation>(),
            visit.AsOf is null && visit.May(RightsTable.Export))
        {
            Succeed = running && visit.May<Domain.DrawUpPlan>(),
        };
    }

    // A text that begins like a formula is given an apostrophe: a spreadsheet then shows it and calculates nothing.
    private static void Line(StringBuilder csv, params string[] cells) =>
        csv.AppendJoin(';', cells.Select(c => $"\"{(c.Length > 0 && "=+-@\t\r".Contains(c[0], StringComparison.Ordinal) ? "'" : "")}{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}

/// <param name="Plan">Null while there is none.</param>
/// <param name="Rows">By number.</param>
public sealed record PlanView(Frame Frame, Plan? Plan, Cluster Cluster, IReadOnlyList<BoardRow> Rows, Func<string, string> NameOf, PlanActions May)
{
    /// <summary>Plans that are closed and that another has taken over from, newest first.</summary>
    public IReadOnlyList<Plan> Earlier { get; init; } = [];
}

/// <summary>What the reader may do here.</summary>
public sealed record PlanActions(bool DrawUp, bool Revise, bool Order, bool Drop, bool Approve, bool Close, bool Fulfil, bool Export)
{
    /// <summary>Close it and let another take over.</summary>
    public bool Succeed { get; init; }
}
