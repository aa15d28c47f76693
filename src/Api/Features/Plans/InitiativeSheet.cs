using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Workbooks;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Plans;

/// <summary>
/// Orders of initiatives from an Excel sheet: all of it or nothing, each error at its cell. What stands in the plan already as the
/// sheet has it stays as it is, so that the same sheet twice changes nothing.
/// </summary>
internal sealed class InitiativeSheet(Rehearsal rehearsal)
{
    private const string Number = "number";
    private const string Title = "title";
    private const string Area = "focusArea";
    private const string Order = "order";
    private const string Partners = "partners";
    private const string Attention = "attention";

    public static readonly IReadOnlyList<Column> Columns =
    [
        new(Number, "Nummer", "Number", ("Indsatsens nummer i handleplanen, 1 og op.", "The initiative's number in the plan, 1 and up."), Required: true),
        new(Title, "Titel", "Title", ("Hvad indsatsen hedder.", "What the initiative is called."), Required: true),
        new(Area, "Indsatsområde", "Focus area", ("Et af handleplanens indsatsområder, som det hedder i planen.", "One of the plan's focus areas, as the plan names it."), Required: true),
        new(Order, "Bestilling", "Order", ("Hvad der bestilles, som det er besluttet.", "What is ordered, as it was decided."), Required: true),
        new(Partners, "Partnere", "Partners", ("Klyngens organisationer, adskilt af semikolon. Kan stå tom.", "The cluster's organisations, separated by semicolons. May be left empty.")),
        new(Attention, "Særlig bevågenhed", "Special attention", ("Hvorfor indsatsen er under særlig bevågenhed. Tom, hvis den ikke er det.", "Why the initiative is under special attention. Empty when it is not.")),
    ];

    /// <summary>Reads the sheet and decides on it, and writes nothing.</summary>
    /// <param name="forum">That places the orders.</param>
    public async Task<SheetOfOrders> ReadAsync(byte[] file, CommandContext context, Cluster cluster, Plan plan, string forum, CancellationToken cancellation)
    {
        var book = WorkbookReader.Read(file, Columns);
        var faults = book.Faults.ToList();
        var orders = new List<OrderedRow>();
        foreach (var row in book.Rows)
        {
            var before = faults.Count;
            var order = new OrderInitiative(
                forum, plan.Id, row.WholeNumber(Number, faults) ?? 0, row[Title], AreaOf(row[Area], plan, row, faults), row[Order], PartnersOf(row[Partners], cluster, row, faults));
            if (faults.Count == before) orders.Add(new(row, order));
        }
        foreach (var twice in orders.GroupBy(o => o.Order.Number).SelectMany(g => g.Skip(1)))
            faults.Add(InitiativeRefusals.ListedTwice(twice.Row.Address(Number)));

        var wishes = orders.SelectMany(o => o.Wishes.Select(w => (o.Row, Wish: w))).ToList();
        var tried = await rehearsal.TryAsync(context, [.. wishes.Select(w => w.Wish)], cancellation);
        for (var i = 0; i < wishes.Count; i++)
            faults.AddRange(tried.Refusals[i].Select(r => r with { Field = CellOf(wishes[i].Row, wishes[i].Wish, r.Field) }));
        return new([.. orders], [.. faults.Distinct().Take(WorkbookLimits.Told)], tried.Facts);
    }

    private static string AreaOf(string text, Plan plan, WorkbookRow row, List<Refusal> faults)
    {
        if (plan.FocusAreas.FirstOrDefault(a => a.Id == text || string.Equals(a.Name, text, StringComparison.OrdinalIgnoreCase)) is { } area) return area.Id;
        if (text.Length > 0)
        {
            faults.Add(new(
                "focus-area-unknown",
                $"Handleplanen har ikke indsatsområdet »{Shortened(text)}«. Den har: {string.Join(", ", plan.FocusAreas.Select(a => a.Name))}.",
                $"The plan has no focus area “{Shortened(text)}”. It has: {string.Join(", ", plan.FocusAreas.Select(a => a.Name))}.",
                row.Address(Area)));
        }
        return text;
    }

    private static List<string> PartnersOf(string text, Cluster cluster, WorkbookRow row, List<Refusal> faults)
    {
        var partners = new List<string>();
        foreach (var name in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (cluster.Organisations.FirstOrDefault(o => o.Id == name || string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase)) is { } organisation) partners.Add(organisation.Id);
            else faults.Add(InitiativeRefusals.OrganisationUnknown(row.Address(Partners), Shortened(name)));
        }
        return partners;
    }

    private static string CellOf(WorkbookRow row, Wish wish, string? field) => row.Address(wish.Intent is AskSpecialAttention ? Attention : field switch
    {
        null => Number,
        _ when field.StartsWith(Partners, StringComparison.Ordinal) => Partners,
        _ => field,
    });

    private static string Shortened(string text) => text.Length > 60 ? text[..60] + "…" : text;

    internal sealed record OrderedRow(WorkbookRow Row, OrderInitiative Order)
    {
        public IEnumerable<Wish> Wishes
        {
            get
            {
                yield return new InitiativeWish(Order.Plan, Order.Number, Order, Creates: true);
                yield return new PlanWish(Order.Plan, new ListInitiative(Order.Number));
                if (Attention is { } why) yield return new InitiativeWish(Order.Plan, Order.Number, new AskSpecialAttention(null, why), Creates: true);
            }
        }

        public string? Attention => Row.Words(InitiativeSheet.Attention);
    }
}

/// <param name="Faults">By cell; with any, nothing may be sent.</param>
/// <param name="Facts">How many there would be: none when the plan has it all already.</param>
internal sealed record SheetOfOrders(IReadOnlyList<InitiativeSheet.OrderedRow> Orders, IReadOnlyList<Refusal> Faults, int Facts)
{
    public IReadOnlyList<Wish> Wishes => [.. Orders.SelectMany(o => o.Wishes)];
}
