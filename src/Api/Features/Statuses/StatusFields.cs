using System.Globalization;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;
using Initiatives.Reporting;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Statuses;

/// <summary>
/// The fields of the status form: filled in with all that is known, so that nobody is asked for what the system knows, and read
/// back as what the owner says. They are named as the content of a status is.
/// </summary>
internal static class StatusFields
{
    public const string Light = "light";
    public const string OverrideReason = "overrideReason";
    public const string Progress = "progress";
    public const string NextStep = "nextStep";
    public const string InvolvementRelevant = "patientInvolvement.relevant";
    public const string InvolvementText = "patientInvolvement.text";
    public const string Cause = "deviation.cause";
    public const string Consequence = "deviation.consequence";
    public const string Options = "deviation.options";
    public const string Remedy = "deviation.remedy";
    public const string DecisionWanted = "deviation.decisionWanted";
    public const string DecisionFrom = "deviation.decisionFrom";
    public const string DecisionBy = "deviation.decisionBy";
    public const string ForecastEnd = "forecast.end";
    public const string ForecastCost = "forecast.cost";

    private const string Indicators = "indicators.";

    public static readonly string[] Dimensions = ["dimensions.time", "dimensions.economy", "dimensions.resources", "dimensions.deliverable"];

    private static readonly HashSet<string> Fixed =
    [
        Light, OverrideReason, Progress, NextStep, InvolvementRelevant, InvolvementText, Cause, Consequence, Options, Remedy,
        DecisionWanted, DecisionFrom, DecisionBy, ForecastEnd, ForecastCost, .. Dimensions,
    ];

    /// <summary>True for the name of a field of this form; indicators have theirs by id, whichever the terms have.</summary>
    public static bool Knows(string name) =>
        Fixed.Contains(name) || (name.StartsWith(Indicators, StringComparison.Ordinal) && name.Length <= 200 && (name.EndsWith(".value", StringComparison.Ordinal) || name.EndsWith(".measured", StringComparison.Ordinal)));

    public static string Value(Indicator indicator) => $"{Indicators}{indicator.Id}.value";

    public static string Measured(Indicator indicator) => $"{Indicators}{indicator.Id}.measured";

    /// <summary>A new status: as last time, save for what has happened since, which nobody but the owner knows.</summary>
    public static Fields Prefill(InitiativeRecord record, DeliveryTerms terms, DateOnly today)
    {
        var fields = record.Latest is { } last ? Of(last.Content, terms, today) : Of(null, terms, today);
        fields[Progress] = "";
        fields[OverrideReason] = "";
        foreach (var indicator in terms.Indicators)
        {
            fields[Value(indicator)] = "";
            fields[Measured(indicator)] = Day(today);
        }
        // A day that has gone by is no day to decide by.
        if (Typed.Date(fields[DecisionBy]) < today) fields[DecisionBy] = "";
        return fields;
    }

    /// <summary>A correction: as it was posted, whole.</summary>
    /// <param name="content">Null for nothing yet.</param>
    public static Fields Of(StatusContent? content, DeliveryTerms terms, DateOnly today)
    {
        var d = content?.Dimensions;
        var fields = new Fields
        {
            [Light] = content?.Light.ToString() ?? "",
            [OverrideReason] = content?.OverrideReason ?? "",
            [Progress] = content?.Progress ?? "",
            [NextStep] = content?.NextStep ?? "",
            [InvolvementRelevant] = (content?.PatientInvolvement ?? terms.PatientInvolvement) is { } stance ? stance.Relevant ? YesNoChoice.Yes : YesNoChoice.No : "",
            [InvolvementText] = (content?.PatientInvolvement ?? terms.PatientInvolvement)?.Text ?? "",
            [Cause] = content?.Deviation?.Cause ?? "",
            [Consequence] = content?.Deviation?.Consequence ?? "",
            [Options] = content?.Deviation?.Options ?? "",
            [Remedy] = content?.Deviation?.Remedy ?? "",
            [DecisionWanted] = content?.Deviation?.DecisionWanted ?? "",
            [DecisionFrom] = content?.Deviation?.DecisionFrom ?? "",
            [DecisionBy] = Day(content?.Deviation?.DecisionBy),
            [ForecastEnd] = Day(content?.Forecast?.End ?? terms.End),
            [ForecastCost] = Typed.Written(content?.Forecast?.Cost ?? terms.Frame?.Amount),
        };
        TrafficLight?[] lights = [d?.Time, d?.Economy, d?.Resources, d?.Deliverable];
        for (var at = 0; at < Dimensions.Length; at++) fields[Dimensions[at]] = lights[at]?.ToString() ?? "";
        foreach (var indicator in terms.Indicators)
        {
            var reading = content?.Indicators.LastOrDefault(r => r.Indicator == indicator.Id);
            fields[Value(indicator)] = Typed.Written(reading?.Value);
            fields[Measured(indicator)] = Day(reading?.Measured ?? today);
        }
        return fields;
    }

    /// <summary>
    /// What the owner says. The account of a deviation belongs to yellow and red, the decision wanted to red alone: what was
    /// written there under another light is kept in the form and not posted.
    /// </summary>
    public static StatusRead Read(Fields fields, DeliveryTerms terms)
    {
        var light = fields.Choice<TrafficLight>(Light);
        var four = Dimensions.Select(fields.Choice<TrafficLight>).ToArray();
        var indicators = terms.Indicators.Where(i => fields.Words(Value(i)) is not null).ToList();
        var readings = indicators.Select(i => (Indicator: i, Value: fields.Number(Value(i)), Measured: fields.Date(Measured(i)))).ToList();
        var end = fields.Date(ForecastEnd);
        var cost = fields.Money(ForecastCost);
        var content = new StatusContent(
            light ?? TrafficLight.Green,
            fields.Words(OverrideReason),
            four is [{ } time, { } economy, { } resources, { } deliverable] ? new(time, economy, resources, deliverable) : null,
            fields.Words(Progress),
            fields.Words(NextStep),
            light is null or TrafficLight.Green ? null : Account(fields, light == TrafficLight.Red),
            // Only what has changed from the terms in force is a forecast.
            Forecast(end == terms.End ? null : end, cost == terms.Frame?.Amount ? null : cost),
            [.. readings.Where(r => r is { Value: not null, Measured: not null }).Select(r => new IndicatorReading(r.Indicator.Id, r.Value!.Value, r.Measured!.Value))],
            fields.YesNo(InvolvementRelevant) is { } relevant ? new(relevant, fields.Words(InvolvementText)) : null);

        List<Refusal> faults = [.. fields.Unreadable];
        if (light is null) faults.Add(FormFaults.ChoiceMissing(Light));
        faults.AddRange(Dimensions.Where((_, at) => four[at] is null).Select(FormFaults.ChoiceMissing));
        faults.AddRange(readings.Where(r => r.Measured is null && fields.Words(Measured(r.Indicator)) is null).Select(r => InitiativeRefusals.DateMissing(Measured(r.Indicator))));
        return new(content, light is not null, faults);
    }

    private static DeviationAccount Account(Fields fields, bool red) => new(
        fields.Words(Cause),
        fields.Words(Consequence),
        fields.Words(Options),
        fields.Words(Remedy),
        red ? fields.Words(DecisionWanted) : null,
        red ? fields.Words(DecisionFrom) : null,
        red ? fields.Date(DecisionBy) : null);

    private static Forecast? Forecast(DateOnly? end, decimal? cost) => end is null && cost is null ? null : new(end, cost);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>What was read from the status form.</summary>
/// <param name="HasLight">False while no light is chosen; the content's then means nothing.</param>
/// <param name="Faults">What could not be read, or was not chosen.</param>
internal sealed record StatusRead(StatusContent Content, bool HasLight, IReadOnlyList<Refusal> Faults)
{
    /// <summary>The field of the form that a refusal of the domain is about.</summary>
    public string? Place(string path) => path switch
    {
        "dimensions" => StatusFields.Dimensions[0],
        "patientInvolvement" => StatusFields.InvolvementRelevant,
        "corrects" => null,
        _ when path.StartsWith("indicators[", StringComparison.Ordinal) => Reading(path),
        _ => path,
    };

    // indicators[1].measured is the second reading given, whichever indicator that is of.
    private string? Reading(string path) =>
        path.IndexOf(']', StringComparison.Ordinal) is var end and > 0
        && int.TryParse(path.AsSpan("indicators[".Length, end - "indicators[".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at < Content.Indicators.Count
            ? $"indicators.{Content.Indicators[at].Indicator}.{(path.EndsWith(".measured", StringComparison.Ordinal) ? "measured" : "value")}"
            : null;
}
