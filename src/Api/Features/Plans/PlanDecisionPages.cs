using System.Globalization;
using Initiatives.Api.Features.Secretariat;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Plans;

/// <summary>What is decided of a plan: a forum approves it, a proposal is not carried over, a reservation is met, and in the end it is closed.</summary>
internal static class PlanDecisionPages
{
    public static Task<IResult> ShowApprove(PageDesk desk, OfficeForms forms) => ShowAsync(desk, forms, PlanDecision.Approve, null);

    public static Task<IResult> Approve(PageDesk desk, OfficeForms forms) => TakeAsync(desk, forms, PlanDecision.Approve, null, "PlanApproved", (fields, faults) =>
        new Domain.ApprovePlan(
            fields["forum"], Day(fields, faults),
            [.. FieldRows.Written(fields, "reservations").Select(at => new Condition(fields[$"reservations[{at}].text"].Trim(), null, fields.Date($"reservations[{at}].due")))],
            [.. FieldRows.Written(fields, "remarks").Select(at => fields[$"remarks[{at}]"].Trim())],
            fields.Words("meeting")));

    public static Task<IResult> ShowDrop(PageDesk desk, OfficeForms forms) => ShowAsync(desk, forms, PlanDecision.Drop, null);

    public static Task<IResult> Drop(PageDesk desk, OfficeForms forms) => TakeAsync(desk, forms, PlanDecision.Drop, null, "PlanDropped", (fields, _) =>
        new Domain.DropFromPlan(fields["title"].Trim(), fields["reason"].Trim()));

    public static Task<IResult> ShowFulfil(int reservation, PageDesk desk, OfficeForms forms) => ShowAsync(desk, forms, PlanDecision.Fulfil, reservation);

    public static Task<IResult> Fulfil(int reservation, PageDesk desk, OfficeForms forms) => TakeAsync(desk, forms, PlanDecision.Fulfil, reservation, "PlanReservationFulfilled", (fields, _) =>
        new Domain.FulfilPlanReservation(reservation, fields.Words("note")));

    public static Task<IResult> ShowClose(PageDesk desk, OfficeForms forms) => ShowAsync(desk, forms, PlanDecision.Close, null);

    public static Task<IResult> Close(PageDesk desk, OfficeForms forms) => TakeAsync(desk, forms, PlanDecision.Close, null, "PlanClosed", (fields, faults) =>
        new Domain.ClosePlan(Day(fields, faults), fields["forum"], fields["decision"].Trim(), fields.Words("lessonsLearned")));

    private static Task<IResult> ShowAsync(PageDesk desk, OfficeForms forms, PlanDecision decision, int? reservation) => desk.ShowAsync(
        visit => Task.FromResult(Draw(desk, forms, visit, decision, reservation, Fields.Of([new("on", visit.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]), [])), fromRecord: false);

    private static Task<IResult> TakeAsync(
        PageDesk desk, OfficeForms forms, PlanDecision decision, int? reservation, string done, Func<Fields, List<Refusal>, PlanCommand> read) => forms.TakeAsync(
        "PlanDecision",
        (visit, fields) =>
        {
            var faults = new List<Refusal>();
            var command = read(fields, faults);
            if (decision is PlanDecision.Approve or PlanDecision.Close && fields.Words("forum") is null) faults.Add(FormFaults.ChoiceMissing("forum"));
            return new Asked([new PlanWish(visit.Standing.Plan?.Id ?? "", command)], "/handleplan", done) { Faults = faults };
        },
        (visit, fields, refusals) => Task.FromResult(Draw(desk, forms, visit, decision, reservation, fields, refusals)));

    private static IResult Draw(PageDesk desk, OfficeForms forms, PageVisit visit, PlanDecision decision, int? reservation, Fields fields, IReadOnlyList<Refusal> refusals)
    {
        if (visit.Standing.Plan is not { } plan) return desk.NotFound();
        var condition = plan.Approvals.SelectMany(a => a.Reservations).FirstOrDefault(r => r.Reservation == reservation);
        if (reservation is not null && condition is null) return desk.NotFound();
        var frame = desk.Frame(visit, desk.Texts[$"Plan.{decision}"], new Crumb(desk.Texts["Plan.Title"], "/handleplan"));
        var path = decision switch
        {
            PlanDecision.Approve => "/handleplan/godkendelse",
            PlanDecision.Drop => "/handleplan/ikke-medtaget",
            PlanDecision.Close => "/handleplan/afslutning",
            _ => $"/handleplan/forbehold/{reservation}",
        };
        var cluster = visit.Standing.Cluster;
        return PageDesk.Set<PlanDecisionPage>(
            new PlanDecisionView(
                frame, forms.Draw(frame, path, fields, refusals), decision, plan, condition,
                [.. cluster.Forums.Where(f => decision == PlanDecision.Close ? visit.May<Domain.ClosePlan>(forum: f.Id) : visit.May<Domain.ApprovePlan>(forum: f.Id)).Select(f => new Option(f.Id, f.Name))],
                [.. visit.Standing.Calendar.Meetings.Where(m => !m.IsCancelled && m.On <= visit.Today).Reverse().Select(m => new Option(m.Id, $"{cluster.Forum(m.Forum)?.Name ?? m.Forum}, {visit.Texts.Say.Date(m.On)}"))]),
            OfficeForms.StatusOf(refusals));
    }

    private static DateOnly Day(Fields fields, List<Refusal> faults)
    {
        if (fields.Words("on") is null) faults.Add(InitiativeRefusals.DateMissing("on"));
        return fields.Date("on") ?? default;
    }
}

/// <summary>Names its texts: <c>Plan.Approve</c> and so on.</summary>
public enum PlanDecision
{
    Approve,
    Drop,
    Fulfil,
    Close,
}

/// <param name="Reservation">The one that is met; null for the other decisions.</param>
/// <param name="Meetings">Held, latest first.</param>
public sealed record PlanDecisionView(
    Frame Frame, Form Form, PlanDecision Decision, Plan Plan, ApprovalReservation? Reservation, IReadOnlyList<Option> Forums, IReadOnlyList<Option> Meetings);
