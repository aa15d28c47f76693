using System.Globalization;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>
/// The fields of an order confirmation: filled in with the terms that are known, and read back as what the owner promises. They are
/// named as the terms are, so that a broken rule finds its field.
/// </summary>
internal static class ConfirmationFields
{
    public const string Deliverable = "deliverable";
    public const string Amount = "frame.amount";
    public const string Shares = "frame.shares";
    public const string Start = "start";
    public const string End = "end";
    public const string Milestones = "milestones";
    public const string Resources = "resources";
    public const string Indicators = "indicators";
    public const string InvolvementRelevant = "patientInvolvement.relevant";
    public const string InvolvementText = "patientInvolvement.text";
    public const string Assumptions = "assumptions";
    public const string Reservations = "supplierReservations";
    public const string Reason = "reason";

    // A day that is missing or cannot be read: told as that, and never sent.
    private static readonly DateOnly NoDay = DateOnly.MinValue;

    public static Fields Of(DeliveryTerms terms)
    {
        var fields = new Fields
        {
            [Deliverable] = terms.Deliverable ?? "",
            [Amount] = Typed.Written(terms.Frame?.Amount),
            [Start] = Day(terms.Start),
            [End] = Day(terms.End),
            [InvolvementRelevant] = terms.PatientInvolvement is { } stance ? stance.Relevant ? YesNoChoice.Yes : YesNoChoice.No : "",
            [InvolvementText] = terms.PatientInvolvement?.Text ?? "",
        };
        Fill(fields, Shares, terms.Frame?.Shares ?? [], (share, row) =>
        {
            fields[$"{row}.year"] = share.Year.ToString(CultureInfo.InvariantCulture);
            fields[$"{row}.payer"] = share.Payer;
            fields[$"{row}.amount"] = Typed.Written(share.Amount);
        });
        Fill(fields, Milestones, terms.Milestones, (milestone, row) => (fields[$"{row}.name"], fields[$"{row}.due"]) = (milestone.Name, Day(milestone.Due)));
        Fill(fields, Resources, terms.Resources, (pledge, row) => (fields[$"{row}.organisation"], fields[$"{row}.text"]) = (pledge.Organisation, pledge.Text));
        Fill(fields, Indicators, terms.Indicators, (indicator, row) =>
        {
            fields[$"{row}.id"] = indicator.Id;
            fields[$"{row}.name"] = indicator.Name;
            fields[$"{row}.unit"] = indicator.Unit;
            fields[$"{row}.baseline"] = Typed.Written(indicator.Baseline);
            fields[$"{row}.target"] = Typed.Written(indicator.Target);
            fields[$"{row}.direction"] = indicator.Direction.ToString();
            fields[$"{row}.tolerance"] = Typed.Written(indicator.Tolerance);
            fields[$"{row}.due"] = Day(indicator.Due);
        });
        Fill(fields, Assumptions, terms.Assumptions, (text, row) => fields[row] = text);
        Fill(fields, Reservations, terms.SupplierReservations, (text, row) => fields[row] = text);
        return fields;
    }

    /// <summary>What the owner promises; rows that were opened and left are no rows.</summary>
    public static ConfirmationRead Read(Fields fields)
    {
        List<Refusal> faults = [];
        var shares = Rows(fields, Shares, row => new FrameShare(
            Year(fields, $"{row}.year", faults), fields[$"{row}.payer"], Demanded(fields.Money($"{row}.amount"), $"{row}.amount", faults, AmountMissing)));
        var amount = fields.Money(Amount);
        // The frame is the sum of its shares when it is not told for itself.
        if (amount is null && fields.Words(Amount) is null && shares.Count > 0) amount = shares.Sum(s => s.Amount);
        var terms = new DeliveryTerms(
            fields.Words(Deliverable),
            amount is { } kroner ? new(kroner, "DKK", shares) : null,
            fields.Date(Start),
            fields.Date(End),
            Rows(fields, Milestones, row => new Milestone(fields.Words($"{row}.name") ?? "", Demanded(fields.Date($"{row}.due"), $"{row}.due", faults, InitiativeRefusals.DateMissing, NoDay))),
            Rows(fields, Resources, row => new ResourcePledge(fields[$"{row}.organisation"], fields.Words($"{row}.text") ?? "")),
            WithIds(Rows(fields, Indicators, row => Indicator(fields, row, faults))),
            fields.YesNo(InvolvementRelevant) is { } relevant ? new(relevant, fields.Words(InvolvementText)) : null,
            Rows(fields, Assumptions, row => fields.Words(row) ?? ""),
            Rows(fields, Reservations, row => fields.Words(row) ?? ""));
        return new(terms, fields.Words(Reason), [.. fields.Unreadable, .. faults.Where(f => fields.Unreadable.All(u => u.Field != f.Field))], fields);
    }

    private static Indicator Indicator(Fields fields, string row, List<Refusal> faults)
    {
        var direction = fields.Choice<IndicatorDirection>($"{row}.direction");
        if (direction is null) faults.Add(FormFaults.ChoiceMissing($"{row}.direction"));
        return new(
            fields[$"{row}.id"],
            fields.Words($"{row}.name") ?? "",
            fields.Words($"{row}.unit") ?? "",
            fields.Number($"{row}.baseline"),
            fields.Number($"{row}.target"),
            direction ?? IndicatorDirection.Up,
            fields.Number($"{row}.tolerance"),
            fields.Date($"{row}.due"));
    }

    /// <summary>An indicator keeps its id through every revision, so that its readings follow it; a new one gets one from its name.</summary>
    private static IReadOnlyList<Indicator> WithIds(IReadOnlyList<Indicator> indicators)
    {
        var taken = indicators.Select(i => i.Id).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        return [.. indicators.Select(i => i.Id.Length > 0 ? i : i with { Id = IndicatorId.For(i.Name, taken) })];
    }

    private static int Year(Fields fields, string name, List<Refusal> faults) => fields.Number(name) switch
    {
        null => Demanded<int>(null, name, faults, InitiativeRefusals.DateImplausible),
        { } year when year != decimal.Truncate(year) || year is < 0 or > 9999 => 0,
        { } year => (int)year,
    };

    private static T Demanded<T>(T? value, string field, List<Refusal> faults, Func<string, Refusal> missing, T otherwise = default)
        where T : struct
    {
        if (value is { } given) return given;
        faults.Add(missing(field));
        return otherwise;
    }

    private static Refusal AmountMissing(string field) => new("amount-missing", "Skriv beløbet, også når det er 0.", "Write the amount, also when it is 0.", field);

    private static void Fill<T>(Fields fields, string list, IReadOnlyList<T> items, Action<T, string> fill)
    {
        for (var at = 0; at < items.Count; at++) fill(items[at], FieldRows.Row(list, at));
    }

    private static IReadOnlyList<T> Rows<T>(Fields fields, string list, Func<string, T> read) =>
        [.. FieldRows.Written(fields, list).Select(at => read(FieldRows.Row(list, at)))];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
