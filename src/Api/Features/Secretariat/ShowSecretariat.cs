using Initiatives.Api.Features.Meetings;
using Initiatives.Api.Features.Rounds;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Secretariat;

/// <summary>GET /sekretariat: what needs doing, and the way to everything the secretariat keeps.</summary>
internal static class ShowSecretariat
{
    public static Task<IResult> Handle(PageDesk desk) => desk.ShowAsync(visit =>
        Task.FromResult(PageDesk.Set<SecretariatPage>(new SecretariatView(desk.Frame(visit, desk.Texts["Office.Title"]), Needed(desk.Texts, visit)))));

    // Hour and place of a meeting months ahead are nobody's haste.
    private const int ArrangedDaysBefore = 42;

    /// <summary>In the order of haste: what is due first, then what a cluster cannot run without.</summary>
    private static IReadOnlyList<Errand> Needed(Texts texts, PageVisit visit)
    {
        var (cluster, calendar, plan) = (visit.Standing.Cluster, visit.Standing.Calendar, visit.Standing.Plan);
        var errands = new List<Errand>();
        if (cluster.ManagingForum is null) errands.Add(new(texts["Office.NoManagingForum"], texts["Office.ToForums"], "/sekretariat/fora"));
        if (plan is null) errands.Add(new(texts["Office.NoPlan"], texts["Plan.DrawUp"], "/handleplan/ny"));
        foreach (var round in Round.All(calendar, cluster).Where(r => r.Opens <= visit.Today && visit.Today <= r.Meeting.On))
        {
            if (RoundAnswers.Of(visit.Standing, round.Meeting.Id, visit.Today) is { CanBeReminded: true } answers)
                errands.Add(new(texts["Office.RoundMisses", answers.Missing.Count(), texts.Say.LongDate(round.Meeting.On), texts.Say.LongDate(round.Due)], texts["Meetings.SeeRound"], $"/runder/{round.Meeting.Id}"));
        }
        foreach (var forum in cluster.Forums.Where(f => f.Duties.Count > 0 && calendar.Next(f.Id, visit.Today) is null))
            errands.Add(new(texts["Office.NoMeeting", forum.Name], texts["Calendar.Add"], $"/sekretariat/kalender/{CalendarPages.New}"));
        foreach (var meeting in calendar.Meetings.Where(m => m.On >= visit.Today && m.On <= visit.Today.AddDays(ArrangedDaysBefore) && !m.IsCancelled && (m.Start is null || m.Place is null)))
            errands.Add(new(texts["Office.MeetingUnarranged", cluster.Forum(meeting.Forum)?.Name ?? meeting.Forum, texts.Say.LongDate(meeting.On)], texts["Calendar.Arrange"], $"/sekretariat/kalender/{meeting.Id}"));
        if (plan is { OpenReservations.Count: > 0 }) errands.Add(new(texts["Office.PlanReservations", plan.OpenReservations.Count], texts["Menu.Plan"], "/handleplan"));
        return errands;
    }
}

/// <param name="Needed">What is to be done now, most urgent first.</param>
public sealed record SecretariatView(Frame Frame, IReadOnlyList<Errand> Needed);

/// <param name="Do">What pressing it leads to.</param>
public sealed record Errand(string Text, string Do, string Path);
