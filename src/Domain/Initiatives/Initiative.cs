using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>
/// One initiative as later decisions need it; screens have read models of their own. It is stored as a snapshot, so it
/// stays small: what is open is held in full, what is over is held as a count.
/// </summary>
public sealed record Initiative
{
    /// <summary>Before it is ordered.</summary>
    public static Initiative None { get; } = new();

    public string Plan { get; init; } = "";

    public int Number { get; init; }

    public Phase Phase { get; init; } = Phase.Ordered;

    public string Title { get; init; } = "";

    public string FocusArea { get; init; } = "";

    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>The order in its own words, so that the same order sent twice is told from another order under its number.</summary>
    public InitiativeOrdered? Order { get; init; }

    public OrderRemarkAdded? LastRemark { get; init; }

    public bool SpecialAttention { get; init; }

    public IReadOnlyList<InterestStated> Interests { get; init; } = [];

    public OwnershipAssigned? Ownership { get; init; }

    /// <summary>How many reservations there ever were, on the order and on approvals.</summary>
    public int Reservations { get; init; }

    public IReadOnlyList<OpenReservation> OpenReservations { get; init; } = [];

    /// <summary>The number of the last submitted revision.</summary>
    public int Revision { get; init; }

    /// <summary>The revision that is on its way through the chain.</summary>
    public Confirmation? Pending { get; init; }

    /// <summary>The revision whose terms are in force.</summary>
    public Confirmation? InForce { get; init; }

    /// <summary>The last revision sent back; null once the owner has answered with the next.</summary>
    public ConfirmationReturned? Returned { get; init; }

    public IReadOnlyList<WorkingGroupMember> WorkingGroup { get; init; } = [];

    /// <summary>How many statuses there are, re-confirmations counted.</summary>
    public int Statuses { get; init; }

    public LastStatus? Status { get; init; }

    public PatientInvolvementCommented? LastComment { get; init; }

    public int Deviations { get; init; }

    /// <summary>At most one is open at a time: later statuses worsen or ease it.</summary>
    public OpenDeviation? Deviation { get; init; }

    public int Remedies { get; init; }

    public int Escalations { get; init; }

    /// <summary>Those undecided, and those whose answer the managing forum has not yet noted.</summary>
    public IReadOnlyList<OpenEscalation> OpenEscalations { get; init; } = [];

    public InitiativePaused? Pause { get; init; }

    public ClaimedDelivery? Claim { get; init; }

    /// <summary>The last claim of delivery that a forum did not accept; null once a new one is made.</summary>
    public DeliveryRejected? Rejection { get; init; }

    public IReadOnlyList<int> Absorbed { get; init; } = [];

    public Ending? Ending { get; init; }

    [JsonIgnore]
    public bool Exists => Number > 0;

    [JsonIgnore]
    public bool HasEnded => Phase is Phase.Closed or Phase.Withdrawn or Phase.CarriedOver;

    /// <summary>What was promised; nothing is known of it before the first revision took force.</summary>
    [JsonIgnore]
    public DeliveryTerms Terms => InForce?.Terms ?? DeliveryTerms.NotStated;

    public Remedy? Remedy(int number) => Deviation?.Remedies.FirstOrDefault(r => r.Number == number);

    public OpenEscalation? Escalation(int number) => OpenEscalations.FirstOrDefault(e => e.Number == number);

    /// <summary>An initiative does not end with a case open on it: the forum that ends it closes that too.</summary>
    internal IEnumerable<InitiativeEvent> EndDeviation(string forum, string? meeting = null) =>
        Deviation is { } open ? [new DeviationClosed(open.Number, forum, DeviationClosing.InitiativeEnded, null, meeting)] : [];

    /// <summary>The state after one more fact.</summary>
    /// <exception cref="InvalidOperationException">The fact has no fold: a bug, never an answer to bad input.</exception>
    public static Initiative Evolve(Initiative initiative, InitiativeEvent @event) => InitiativeFold.After(initiative, @event);
}

/// <param name="Forum">The forum that made it.</param>
public sealed record OpenReservation(int Reservation, string Forum, string Text, string? Owner, DateOnly? Due);

/// <summary>One revision of the delivery terms with the approvals it has so far.</summary>
/// <param name="Postponed">The last postponement, until a forum has decided.</param>
public sealed record Confirmation(
    int Revision,
    DeliveryTerms Terms,
    string? Reason,
    IReadOnlyList<ConfirmationApproved> Approvals,
    ConfirmationPostponed? Postponed)
{
    public ConfirmationApproved? ApprovalBy(string forum) => Approvals.FirstOrDefault(a => a.Forum == forum);
}

/// <param name="Number">Of the last post, a re-confirmation too.</param>
/// <param name="Posted">Of the post whose words still stand: <paramref name="Number"/>, or the one that it re-confirmed.</param>
public sealed record LastStatus(int Number, int Posted, DateOnly On, StatusContent Content, int? Corrects);

/// <param name="Light">The light it has now; green means that it awaits a forum's confirmation of the effect.</param>
/// <param name="RedSince">Null while not red.</param>
/// <param name="Answered">An escalation has been answered since it last worsened.</param>
/// <param name="Remedies">All of this deviation, the done and the dropped too.</param>
public sealed record OpenDeviation(
    int Number,
    TrafficLight Light,
    DateOnly OpenedOn,
    DateOnly? RedSince,
    bool Answered,
    DeviationTrackChosen? Track,
    IReadOnlyList<Remedy> Remedies);

public enum RemedyState
{
    Agreed,
    Done,
    Dropped,
}

public sealed record Remedy(int Number, string What, string Who, DateOnly Due, RemedyState State);

/// <param name="From">The managing forum that asked.</param>
/// <param name="With">The forum that has it now.</param>
/// <param name="ForwardedBy">The forum that last sent it further up.</param>
/// <param name="Answer">Null while undecided.</param>
public sealed record OpenEscalation(
    int Number,
    int Deviation,
    string From,
    string With,
    string Question,
    string Recommendation,
    DateOnly? DecisionBy,
    string? ForwardedBy,
    EscalationDecided? Answer);

public sealed record ClaimedDelivery(DeliveryClaimed Claim, IReadOnlyList<ClosingApproved> Approvals);

public enum EndingKind
{
    Closed,
    Withdrawn,
    Merged,
    Split,

    /// <summary>Goes on in the plan that takes over.</summary>
    CarriedOver,
}

/// <param name="Into">The numbers it lives on under.</param>
public sealed record Ending(EndingKind Kind, IReadOnlyList<int> Into);
