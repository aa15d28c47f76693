using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>Where an initiative is in its life.</summary>
public enum Phase
{
    Ordered,
    Anchored,
    AwaitingApproval,
    Approved,
    InDelivery,
    Paused,
    Delivered,
    Closed,
    Withdrawn,

    /// <summary>Ended here, and goes on in the plan that took over.</summary>
    CarriedOver,
}

/// <summary>
/// The lights and the phases of one initiative, in the order they came: all that board, matrix and packs need to say
/// what was known on any day. Kept beside the stream and rewritten by each append, hence the short names in JSON.
/// </summary>
/// <param name="Lights">Every posted status, oldest first, none ever taken out.</param>
/// <param name="Phases">Every change of phase, oldest first.</param>
public sealed record LightTrack(IReadOnlyList<PostedLight> Lights, IReadOnlyList<PhaseChange> Phases)
{
    /// <summary>Before it is ordered.</summary>
    public static LightTrack Empty { get; } = new([], []);

    /// <summary>Nothing more is asked of it, and nothing more is done to it.</summary>
    [JsonIgnore]
    public bool HasEnded => Phases is [.., { Phase: Phase.Closed or Phase.Withdrawn or Phase.CarriedOver }];

    /// <param name="on">The local day on which it happened, from the event's metadata; never earlier than the day before it.</param>
    public static LightTrack Evolve(LightTrack track, InitiativeEvent @event, DateOnly on) => @event switch
    {
        StatusReported e => track.With(new PostedLight(e.Status, on, e.Content.Light, e.Suggested, e.Late, e.Round, track.Root(e.Corrects), false)),
        StatusReconfirmed e => track.With(new PostedLight(e.Status, on, track.LightOf(e.Reconfirms), null, e.Late, e.Round, null, true)),
        _ => track.In(Next(track.Phases is [.., var last] ? last.Phase : null, @event), on, @event is InitiativeCarriedOver e ? new(e.Plan, e.Number) : null),
    };

    // The same phases as the initiative's own state goes through; a test holds the two together.
    private static Phase? Next(Phase? now, InitiativeEvent @event) => @event switch
    {
        InitiativeOrdered => Phase.Ordered,
        OwnershipAssigned when now is Phase.Ordered => Phase.Anchored,
        ConfirmationSubmitted when now is Phase.Ordered or Phase.Anchored => Phase.AwaitingApproval,
        ConfirmationReturned when now is Phase.AwaitingApproval => Phase.Anchored,
        TermsTookForce when now is Phase.Ordered or Phase.Anchored or Phase.AwaitingApproval => Phase.Approved,
        InitiativeStarted or InitiativeResumed or DeliveryRejected => Phase.InDelivery,
        InitiativePaused => Phase.Paused,
        DeliveryClaimed => Phase.Delivered,
        InitiativeClosed => Phase.Closed,
        InitiativeWithdrawn or InitiativeMerged or InitiativeSplit => Phase.Withdrawn,
        InitiativeCarriedOver => Phase.CarriedOver,
        _ => now,
    };

    private LightTrack With(PostedLight light) => this with { Lights = [.. Lights, light] };

    private LightTrack In(Phase? phase, DateOnly on, InitiativeRef? into) =>
        phase is not { } p || (Phases is [.., var last] && last.Phase == p) ? this : this with { Phases = [.. Phases, new PhaseChange(on, p, into)] };

    // A correction of a correction points at the status that both are about.
    private int? Root(int? corrects) => Posted(corrects)?.Corrects ?? corrects;

    private TrafficLight LightOf(int status) =>
        Posted(status)?.Light ?? throw new InvalidOperationException($"Status {status} was re-confirmed and never posted.");

    private PostedLight? Posted(int? status) => Lights.LastOrDefault(l => l.Status == status);
}

/// <summary>One posted status, less its words.</summary>
/// <param name="On">The day it was posted: a late status counts from here, never from the day it was due.</param>
/// <param name="Suggested">What the tolerances suggested; null when nothing was.</param>
/// <param name="Late">Posted after the due day of its round.</param>
/// <param name="Round">The meeting whose round it answers.</param>
/// <param name="Corrects">The status it stands instead of, never itself a correction.</param>
/// <param name="Reconfirmed">"Uændret, gælder stadig".</param>
[JsonConverter(typeof(PostedLightJson))]
public sealed record PostedLight(
    int Status,
    DateOnly On,
    TrafficLight Light,
    TrafficLight? Suggested,
    bool Late,
    string? Round,
    int? Corrects,
    bool Reconfirmed);

/// <param name="Into">What it goes on as, when it was carried over; null otherwise.</param>
public sealed record PhaseChange(
    [property: JsonPropertyName("on")] DateOnly On,
    [property: JsonPropertyName("is")] Phase Phase,
    [property: JsonPropertyName("into"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] InitiativeRef? Into = null);
