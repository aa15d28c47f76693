using Initiatives.Api.Features.Shell;
using Initiatives.Api.Jobs;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Reading;

namespace Initiatives.Api.Features.Operations;

/// <summary>GET /drift: how the node is, what its jobs do, and where its mail got to. No cluster's content.</summary>
internal static class ShowOperations
{
    public const string Path = "/drift";

    private const int NextJobs = 10, LastRuns = 15, NewestMail = 25;

    public static async Task<IResult> Handle(PageDesk desk, HowItStands state, ClusterRegister clusters, JobRuns jobs, MailOverview mail, MailSettings mailSettings)
    {
        var seen = new List<ClusterJobs>();
        foreach (var cluster in await clusters.ReadAsync(desk.Cancellation))
        {
            var planned = await jobs.PlannedAsync(cluster.Id, desk.Cancellation);
            seen.Add(new(
                cluster, [.. planned.Take(NextJobs)], planned.Count,
                await jobs.RunsAsync(cluster.Id, false, LastRuns, desk.Cancellation), await jobs.RunsAsync(cluster.Id, true, LastRuns, desk.Cancellation)));
        }
        return PageDesk.Set<OperationsPage>(new OperationsView(
            desk.Frame(desk.Texts["Ops.Title"]),
            await state.ReadAsync(desk.Cancellation),
            seen,
            await mail.CountAsync(null, desk.Cancellation),
            await mail.ListAsync(null, null, NewestMail, desk.Cancellation),
            mailSettings.Smtp?.ToString() ?? mailSettings.Folder,
            ReadLetter.IsOffered(mailSettings)));
    }
}

/// <param name="Planned">In all; the list shows the next of them.</param>
/// <param name="Failed">For good.</param>
public sealed record ClusterJobs(ClusterChoice Cluster, IReadOnlyList<PlannedJob> Next, int Planned, IReadOnlyList<JobRun> Last, IReadOnlyList<JobRun> Failed);

/// <param name="Where">Where mail goes; null: nowhere until it is set.</param>
/// <param name="Readable">Mails are files here and can be read.</param>
public sealed record OperationsView(
    Frame Frame, NodeState Node, IReadOnlyList<ClusterJobs> Clusters, MailCounts Counts, IReadOnlyList<MailSeen> Mail, string? Where, bool Readable);
