namespace Initiatives.Api.Features.Tasks;

/// <summary>What a person can be asked to do next, in the order of an initiative's life. Each has its texts: what it is, and what its button says.</summary>
public enum ToDoKind
{
    /// <summary>The secretariat's: an order that nobody owns yet.</summary>
    AnchorOrder,
    SubmitConfirmation,

    /// <summary>A forum sent the confirmation back.</summary>
    MendConfirmation,
    ApproveConfirmation,
    StartInitiative,
    FulfilReservation,
    PostStatus,

    /// <summary>The secretariat's: all that are overdue, as one.</summary>
    ChaseStatuses,

    /// <summary>The managing forum's chair's and the secretariat's: no status for two rounds running.</summary>
    BreakSilence,
    ChooseTrack,
    CompleteRemedy,
    ConsiderEscalation,
    DecideEscalation,
    NoteAnswer,

    /// <summary>The track is a re-plan, and no new revision has come.</summary>
    Replan,
    ConfirmEffect,
    DecideClosing,
    ApproveClosing,

    /// <summary>A member's: a written procedure asks for an answer.</summary>
    AnswerProcedure,

    /// <summary>The chair's and the secretariat's: all have answered a written procedure, or its deadline is over.</summary>
    ConcludeProcedure,

    /// <summary>The secretariat's, when a meeting has been held.</summary>
    WriteMinutes,

    /// <summary>The chair's, when the secretariat has put them forward.</summary>
    ApproveMinutes,

    /// <summary>The secretariat's, when the chair has approved them.</summary>
    SendMinutes,

    /// <summary>The owner's, when the plan ends: say what was delivered, while somebody can still judge it.</summary>
    ClaimDelivery,

    /// <summary>The secretariat's, when the plan ends: what was learned, and what goes on in the next.</summary>
    SucceedPlan,
}

/// <summary>One thing for one person to do, on one line with one button.</summary>
/// <param name="Initiative">Its number; null when it is about several.</param>
/// <param name="Title">The initiative's.</param>
/// <param name="Detail">What the text names beside the initiative: the forum it is done for, the remedy, how many; null for nothing.</param>
/// <param name="Due">The last day that is not late; null when it has none.</param>
/// <param name="Path">Where it is done.</param>
public sealed record ToDo(ToDoKind Kind, int? Initiative, string? Title, string? Detail, DateOnly? Due, bool Late, string Path)
{
    /// <summary>The day of the meeting it is about; null when it is about none.</summary>
    public DateOnly? On { get; init; }
}
