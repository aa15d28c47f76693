using Initiatives.Api.Features.Orders;
using Initiatives.Api.Features.Confirmations;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Approvals;

/// <summary>POST /godkendelser/{number}/{revision}: what the forum whose turn it is made of the revision, one of five outcomes.</summary>
internal static class SendApproval
{
    public const string Send = "send";

    public static Task<IResult> Handle(int number, int revision, PageDesk desk, InitiativeSubjects subjects) => desk.PostAsync(async (visit, form) =>
    {
        if (await ShowApproval.FindAsync(desk, subjects, visit, number, revision) is not { } view) return desk.NotFound();
        var fields = Fields.Of(form);
        FieldRows.Press(fields, form[Fields.Press]);
        if (form[Fields.Press] != Send) return ShowApproval.Set(desk, view, ShowApproval.MayDecide(view) ? fields : null, []);

        // The forum comes from whose turn it is when the form is sent; on an older page somebody was first, and that is told.
        var forum = form["forum"].ToString();
        var (command, faults) = ApprovalFields.Read(fields, revision, forum);
        if (command is null || faults.Count > 0) return ShowApproval.Set(desk, view, fields, Refusals(view, fields, command, faults));
        return await desk.SendAsync(visit, form, new InitiativeWish(view.Subject.State.Plan, number, command)) switch
        {
            Outcome.Accepted => desk.Done(visit, "/godkendelser", $"Decided.{fields[ApprovalFields.Outcome]}"),
            Outcome.Refused refused => ShowApproval.Set(desk, view, fields, refused.Refusals),
            Outcome.Stale stale => await desk.ConflictAsync(visit, form, stale, Streams.Initiative(view.Subject.State.Plan, number), Labels(desk.Texts, fields)),
            Outcome.Missing => desk.NotFound(),
            _ => desk.Forbidden(),
        };
    });

    // What the form cannot read, together with all that the domain would say of the rest.
    private static IReadOnlyList<Refusal> Refusals(RevisionView view, Fields fields, InitiativeCommand? command, IReadOnlyList<Refusal> faults)
    {
        var told = faults.Select(f => f.Field).ToHashSet();
        return
        [
            .. faults,
            .. command?.Decide(view.Subject.State, view.Subject.Setting).Refusals.Where(r => r.Field is null || !told.Contains(ApprovalFields.Place(fields, r.Field))) ?? [],
        ];
    }

    // A refused or postponed sending keeps all of it; these are the ones a reader knows again.
    private static Dictionary<string, string> Labels(Texts texts, Fields fields) => fields.Text.Keys
        .Select(name => (name, Label: name switch
        {
            ApprovalFields.Reasons => texts["Approval.reasons"],
            _ when name.StartsWith(ApprovalFields.Remarks, StringComparison.Ordinal) => texts["Approval.remark"],
            _ when name.StartsWith(ApprovalFields.Reservations, StringComparison.Ordinal) && name.EndsWith(".text", StringComparison.Ordinal) => texts["Approval.reservation"],
            _ => null,
        }))
        .Where(l => l.Label is not null)
        .ToDictionary(l => l.name, l => l.Label!);
}
