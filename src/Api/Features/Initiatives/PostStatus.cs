using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>POST .../initiatives/{number}/statuses: the owner's judgement, never edited afterwards.</summary>
internal static class PostStatus
{
    /// <param name="Light">The owner's own judgement.</param>
    /// <param name="OverrideReason">Why another light than the suggested; demanded exactly then.</param>
    /// <param name="Deviation">Demanded of yellow and red; red also says which decision is wanted, from whom and by when.</param>
    /// <param name="Forecast">What is expected now, where it differs from the terms in force.</param>
    public sealed record Body(
        TrafficLight Light,
        Dimensions Dimensions,
        string? Progress = null,
        string? NextStep = null,
        PatientInvolvement? PatientInvolvement = null,
        string? OverrideReason = null,
        DeviationAccount? Deviation = null,
        Forecast? Forecast = null,
        IReadOnlyList<IndicatorReading>? Indicators = null)
    {
        public StatusContent Content => new(Light, OverrideReason, Dimensions, Progress, NextStep, Deviation, Forecast, Indicators ?? [], PatientInvolvement);
    }

    public static readonly Body Example = new(
        TrafficLight.Red,
        new(TrafficLight.Red, TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Green),
        "Første fem borgere er i forløb",
        "Genopslag af stillingen som koordinator",
        new(true, "Patientinddragelsesudvalget har læst forløbsbeskrivelsen"),
        Deviation: new(
            "Stillingen som koordinator er ubesat", "Opstarten i Jammerbugt forsinkes 4 måneder", "Vikar, eller senere start", "Vikar fra 1. oktober",
            "Midler til en vikar i 3 måneder", "direktoerforum", new(2023, 10, 2)),
        Forecast: new(new(2024, 4, 30), 450_000m));

    public static Task<IResult> Handle([AsParameters] InitiativeAddress address, Body body, Desk desk) =>
        desk.AddAsync(address.Located, address.Wish(new Domain.PostStatus(body.Content)));
}
