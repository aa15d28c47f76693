namespace Initiatives.Domain;

/// <summary>What the board can say of an initiative. Never green by default: without a status it is missing one.</summary>
public enum BoardState
{
    /// <summary>Ikke startet.</summary>
    NotStarted,

    /// <summary>Afventer godkendelse: a first confirmation is on its way through the chain.</summary>
    AwaitingApproval,

    Green,
    Yellow,
    Red,

    /// <summary>Mangler status: one is overdue, or none was ever posted.</summary>
    Missing,

    Paused,

    /// <summary>Afsluttet.</summary>
    Closed,

    /// <summary>Udgået.</summary>
    Withdrawn,

    /// <summary>Ført videre: ended here, and goes on in the plan that took over.</summary>
    CarriedOver,
}

/// <summary>One initiative on one day, or at one meeting of the matrix.</summary>
/// <param name="LastKnown">The light last posted, also under <see cref="BoardState.Missing"/>; null when none ever was.</param>
/// <param name="AgeDays">Days since <paramref name="LastKnown"/> was posted.</param>
/// <param name="Status">The number of the status it comes from.</param>
/// <param name="Late">"Efter frist": the round was answered, and not in time.</param>
/// <param name="DespiteSuggestion">The owner chose a milder light than the suggested ("grøn trods forsinkelse").</param>
/// <param name="Open">A round is open and this initiative owes it an answer, which is not late yet.</param>
/// <param name="Overdue">
/// A status was due and has not come. Missing without it means started so recently that none was due yet.
/// </param>
/// <param name="Into">What it goes on as under <see cref="BoardState.CarriedOver"/>; null otherwise.</param>
public sealed record BoardCell(
    BoardState State,
    TrafficLight? LastKnown,
    int? AgeDays,
    int? Status,
    bool Late,
    bool DespiteSuggestion,
    bool Open,
    bool Overdue,
    InitiativeRef? Into = null);
