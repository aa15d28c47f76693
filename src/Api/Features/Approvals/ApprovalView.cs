using Initiatives.Api.Features.Orders;
using Initiatives.Api.Features.Confirmations;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Approvals;

/// <summary>What the page of a forum's decision on one revision shows.</summary>
/// <param name="Form">Null when the reader cannot decide on it now.</param>
public sealed record ApprovalView(RevisionView Revision, Form? Form)
{
    public Frame Frame => Revision.Frame;

    public InitiativeSubject Subject => Revision.Subject;

    /// <summary>The forum whose place the reader takes; null when the decision is their own forum's.</summary>
    public string? OnBehalfOf => Revision.Turn is { } turn ? Subject.OnBehalfOf(new ReturnConfirmation(Revision.Revision.Revision, turn.Id, "", DecidedHow.WrittenProcedure)) : null;

    /// <summary>Meetings at which it can have been decided: the forum's since it came to them; newest first.</summary>
    public static IReadOnlyList<Meeting> DecidedAt(RevisionView view)
    {
        if (view.Turn is not { } turn) return [];
        var (calendar, today) = (view.Subject.Calendar, view.Subject.Visit.Today);
        var came = view.Revision.Outcomes.LastOrDefault(o => o.Fact is ConfirmationApproved)?.Stamp.On ?? view.Revision.Submitted.On;
        return [.. calendar.Held(turn.Id).Where(m => m.On >= came && m.On <= today).Reverse()];
    }

    /// <summary>Meetings that it can be put off to.</summary>
    public static IReadOnlyList<Meeting> Ahead(RevisionView view) =>
        view.Turn is not { } turn ? [] : [.. view.Subject.Calendar.Held(turn.Id).Where(m => m.On >= view.Subject.Visit.Today)];
}
