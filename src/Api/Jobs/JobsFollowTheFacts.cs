using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Npgsql;

namespace Initiatives.Api.Jobs;

/// <summary>
/// A meeting that is set, moved or cancelled, a round that opens or closes, a rhythm that changes, a status that comes when its
/// pack may be out already, a written procedure, minutes that are approved: the jobs follow in the same transaction, or the fact does not hold either.
/// </summary>
internal sealed class JobsFollowTheFacts(JobSchedule schedule) : Alongside
{
    // Statuses in time concern no job, and are most of what is posted.
    public override bool Concerns(object fact) =>
        fact is CalendarEvent or (ProcedureEvent and not ProcedureAnswered) or RhythmSet or ForumConfigured or ClusterRegistered
            or StatusReported { Late: true } or StatusReported { Corrects: not null } or StatusReconfirmed { Late: true }
            or MinutesApproved;

    public override Task RunAsync(string tenant, IReadOnlyList<object> facts, NpgsqlTransaction transaction, CancellationToken cancellation) =>
        schedule.ReconcileAsync(tenant, transaction, cancellation);
}
