using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>An action plan as later decisions need it.</summary>
/// <param name="Initiatives">Numbers taken in the plan, in the order they were listed.</param>
/// <param name="OpenReservations">Reservations on approvals of the plan that are not fulfilled.</param>
/// <param name="Closed">The day it was closed; null while it runs.</param>
public sealed record Plan(
    string Id,
    string Title,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<FocusArea> FocusAreas,
    IReadOnlyList<int> Initiatives,
    IReadOnlyList<PlanApproved> Approvals,
    IReadOnlyList<int> OpenReservations,
    IReadOnlyList<InitiativeNotCarried> NotCarried,
    DateOnly? Closed)
{
    /// <summary>Before it is drawn up.</summary>
    public static Plan None { get; } = new("", "", default, default, [], [], [], [], [], null);

    /// <summary>What was learned from it; null until it is closed.</summary>
    public string? Lessons { get; init; }

    [JsonIgnore]
    public bool Exists => Id.Length > 0;

    /// <summary>How many reservations there ever were on it; they are numbered from 1.</summary>
    [JsonIgnore]
    public int Reservations => Approvals.Sum(a => a.Reservations.Count);

    public static Plan Evolve(Plan plan, PlanEvent @event) => @event switch
    {
        PlanDrawnUp e => plan with { Id = e.Id, Title = e.Title, From = e.From, To = e.To, FocusAreas = e.FocusAreas },
        PlanRevised e => plan with { Title = e.Title, From = e.From, To = e.To, FocusAreas = e.FocusAreas },
        InitiativeListed e => plan with { Initiatives = [.. plan.Initiatives, e.Number] },
        PlanApproved e => plan with { Approvals = [.. plan.Approvals, e], OpenReservations = [.. plan.OpenReservations, .. e.Reservations.Select(r => r.Reservation)] },
        PlanReservationFulfilled e => plan with { OpenReservations = [.. plan.OpenReservations.Where(r => r != e.Reservation)] },
        InitiativeNotCarried e => plan with { NotCarried = [.. plan.NotCarried, e] },
        PlanLessonsRecorded e => plan with { Lessons = e.Lessons },
        PlanClosed e => plan with { Closed = e.On },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} has no fold in Plan."),
    };
}
