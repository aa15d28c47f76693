using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>The four measured dimensions, a light each.</summary>
public sealed record Dimensions(TrafficLight Time, TrafficLight Economy, TrafficLight Resources, TrafficLight Deliverable)
{
    public static Dimensions AllGreen { get; } =
        new(TrafficLight.Green, TrafficLight.Green, TrafficLight.Green, TrafficLight.Green);

    /// <summary>The worst of the four; derived, so never stored.</summary>
    [JsonIgnore]
    public TrafficLight Worst =>
        (TrafficLight)Math.Max(Math.Max((int)Time, (int)Economy), Math.Max((int)Resources, (int)Deliverable));
}

/// <summary>What the owner expects now. Null where nothing has changed from the terms in force.</summary>
/// <param name="Cost">Whole cost at the end, DKK.</param>
public sealed record Forecast(DateOnly? End, decimal? Cost);

/// <param name="Indicator">Id of an indicator in the terms in force.</param>
/// <param name="Value">In the indicator's unit.</param>
public sealed record IndicatorReading(string Indicator, decimal Value, DateOnly Measured);

/// <summary>
/// What yellow and red owe their readers. Red also says which decision is wanted, from whom and by when.
/// Null means "ikke oplyst", which only an imported history may say.
/// </summary>
/// <param name="DecisionFrom">Forum id.</param>
public sealed record DeviationAccount(
    string? Cause,
    string? Consequence,
    string? Options,
    string? Remedy,
    string? DecisionWanted,
    string? DecisionFrom,
    DateOnly? DecisionBy);

/// <summary>Everything an owner says in a status; the decision adds number, suggestion and round.</summary>
/// <param name="Dimensions">Null means "ikke oplyst", which only an imported history may say.</param>
/// <param name="OverrideReason">Why another light than the suggested was chosen; demanded exactly then.</param>
public sealed record StatusContent(
    TrafficLight Light,
    string? OverrideReason,
    Dimensions? Dimensions,
    string? Progress,
    string? NextStep,
    DeviationAccount? Deviation,
    Forecast? Forecast,
    IReadOnlyList<IndicatorReading> Indicators,
    PatientInvolvement? PatientInvolvement)
{
    // By what is in the list, not by which list: the same status sent again is the same status.
    public bool Equals(StatusContent? other) =>
        other is not null
        && (Light, OverrideReason, Dimensions, Progress, NextStep) == (other.Light, other.OverrideReason, other.Dimensions, other.Progress, other.NextStep)
        && (Deviation, Forecast, PatientInvolvement) == (other.Deviation, other.Forecast, other.PatientInvolvement)
        && Indicators.SequenceEqual(other.Indicators);

    public override int GetHashCode() => HashCode.Combine(Light, Progress, NextStep, Deviation, Forecast);
}
