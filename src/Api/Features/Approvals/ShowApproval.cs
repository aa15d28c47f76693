using Initiatives.Api.Features.Orders;
using Initiatives.Api.Features.Confirmations;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Approvals;

/// <summary>GET /godkendelser/{number}/{revision}: the terms, what they change, what forums before decided; and the form, when it is the reader's forum's turn.</summary>
internal static class ShowApproval
{
    public static Task<IResult> Handle(int number, int revision, PageDesk desk, InitiativeSubjects subjects) => desk.ShowAsync(
        async visit => await FindAsync(desk, subjects, visit, number, revision) is { } view
            ? Set(desk, view, MayDecide(view) ? ApprovalFields.Prefill(ApprovalView.DecidedAt(view), ApprovalView.Ahead(view), visit.Today) : null, [])
            : desk.NotFound(),
        fromRecord: false);

    /// <returns>Null when there is no such initiative, or no such revision of it.</returns>
    internal static async Task<RevisionView?> FindAsync(PageDesk desk, InitiativeSubjects subjects, PageVisit visit, int number, int revision) =>
        await subjects.FindAsync(visit, number, desk.Cancellation) is { } subject && subject.Record.Confirmations.FirstOrDefault(c => c.Revision == revision) is { } confirmation
            ? new RevisionView(desk.Frame(visit, desk.Texts["Approval.Title", number], new Crumb(desk.Texts["Approvals.Title"], "/godkendelser")), subject, confirmation)
            : null;

    internal static bool MayDecide(RevisionView view) => view.Turn is { } turn && view.Subject.Visit.May<ApproveConfirmation>(view.Subject.State.Number, turn.Id);

    /// <param name="fields">Null when the reader cannot decide.</param>
    internal static IResult Set(PageDesk desk, RevisionView view, Fields? fields, IReadOnlyList<Refusal> refusals)
    {
        if (fields is null) return PageDesk.Set<ApprovalPage>(new ApprovalView(view, null));
        var errors = FormErrors.Of(refusals, desk.Texts.Language, path => ApprovalFields.Place(fields, path));
        if (errors.Any) view = view with { Frame = view.Frame with { Title = $"{desk.Texts["Form.Error"]}: {view.Frame.Title}" } };
        var action = view.Frame.Link(FormattableString.Invariant($"/godkendelser/{view.Subject.State.Number}/{view.Revision.Revision}"));
        return PageDesk.Set<ApprovalPage>(
            new ApprovalView(view, new Form(view.Frame, action, fields, errors, view.Subject.Version)),
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
