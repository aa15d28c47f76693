namespace Initiatives.Domain;

/// <summary>What a posted status owes its readers.</summary>
internal static class StatusRules
{
    public static BrokenRules Status(this BrokenRules broken, StatusContent content, Suggestion suggested, Initiative initiative, Setting setting) =>
        broken
            .If(!Enum.IsDefined(content.Light), () => InitiativeRefusals.ValueUnknown("light"))
            .If(content.Dimensions is null, InitiativeRefusals.StatusNeedsDimensions)
            .If(
                content.Light != suggested.Light && string.IsNullOrWhiteSpace(content.OverrideReason),
                () => InitiativeRefusals.OverrideNeedsReason(suggested.Light, suggested))
            .Note(content.OverrideReason, "overrideReason")
            .Text(content.Progress, "progress", ("hvad der er sket siden sidst", "what has happened since last time"))
            .Text(content.NextStep, "nextStep", ("det næste skridt", "the next step"))
            .PatientInvolvement(content.PatientInvolvement, "patientInvolvement")
            .Account(content.Deviation, content.Light, setting)
            .Forecast(content.Forecast, initiative.Terms)
            .Readings(content.Indicators, "indicators", initiative.Terms, setting.Today);

    /// <summary>Both the confirmation and every status take a stance (Chefforum 31 March 2023, item 4).</summary>
    public static BrokenRules PatientInvolvement(this BrokenRules broken, PatientInvolvement? stance, string field) =>
        broken
            .If(string.IsNullOrWhiteSpace(stance?.Text), () => InitiativeRefusals.PatientInvolvementMissing(stance is null ? field : $"{field}.text"))
            .Note(stance?.Text, $"{field}.text");

    public static BrokenRules Readings(this BrokenRules broken, IReadOnlyList<IndicatorReading>? readings, string field, DeliveryTerms terms, DateOnly today) =>
        broken.Each(readings, field, (reading, path) => broken
            .If(terms.Indicators.All(i => i.Id != reading.Indicator), () => InitiativeRefusals.IndicatorUnknown($"{path}.indicator"))
            .If(readings!.Count(r => r.Indicator == reading.Indicator && r.Measured == reading.Measured) > 1, () => InitiativeRefusals.ListedTwice($"{path}.indicator"))
            .Date(reading.Measured, $"{path}.measured")
            .If(reading.Measured > today, () => InitiativeRefusals.DateInFuture($"{path}.measured")));

    private static BrokenRules Account(this BrokenRules broken, DeviationAccount? account, TrafficLight light, Setting setting)
    {
        if (light is not TrafficLight.Green)
            broken
                .If(string.IsNullOrWhiteSpace(account?.Cause), InitiativeRefusals.NeedsCause)
                .If(string.IsNullOrWhiteSpace(account?.Consequence), InitiativeRefusals.NeedsConsequence)
                .If(string.IsNullOrWhiteSpace(account?.Options), InitiativeRefusals.NeedsOptions)
                .If(string.IsNullOrWhiteSpace(account?.Remedy), InitiativeRefusals.NeedsRemedy);
        if (light is TrafficLight.Red)
            broken
                .If(string.IsNullOrWhiteSpace(account?.DecisionWanted), InitiativeRefusals.RedNeedsDecision)
                .If(string.IsNullOrWhiteSpace(account?.DecisionFrom), InitiativeRefusals.RedNeedsForum)
                .If(account?.DecisionBy is null, InitiativeRefusals.RedNeedsDate);
        if (account is null)
            return broken;
        if (!string.IsNullOrWhiteSpace(account.DecisionFrom))
            broken.KnownForum(account.DecisionFrom, "deviation.decisionFrom");
        return broken
            .Note(account.Cause, "deviation.cause")
            .Note(account.Consequence, "deviation.consequence")
            .Note(account.Options, "deviation.options")
            .Note(account.Remedy, "deviation.remedy")
            .Note(account.DecisionWanted, "deviation.decisionWanted")
            .Date(account.DecisionBy, "deviation.decisionBy")
            .If(account.DecisionBy < setting.Today, () => InitiativeRefusals.DatePast("deviation.decisionBy"));
    }

    private static BrokenRules Forecast(this BrokenRules broken, Forecast? forecast, DeliveryTerms terms) =>
        broken
            .Date(forecast?.End, "forecast.end")
            .If(forecast?.End < terms.Start, InitiativeRefusals.ForecastBeforeStart)
            .Money(forecast?.Cost, "forecast.cost");
}
