using Initiatives.Api.Features.Shell;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Tasks;

/// <summary>GET /opgaver: whatever this person must do next; the one list that the mails lead to.</summary>
internal static class ShowTasks
{
    // Not told by the record alone: a seat or a deputy in the register of people changes whose task it is.
    public static Task<IResult> Handle(PageDesk desk, TaskReader tasks) => desk.ShowAsync(
        async visit => PageDesk.Set<TasksPage>(new TasksView(
            desk.Frame(visit, desk.Texts["Tasks.Title"]),
            await tasks.ReadAsync(visit.Standing, visit.Me, visit.Today, desk.Cancellation),
            visit.Today,
            Round.All(visit.Standing.Calendar, visit.Standing.Cluster).FirstOrDefault(r => !r.ShortNotice && r.Due >= visit.Today))),
        fromRecord: false);
}
