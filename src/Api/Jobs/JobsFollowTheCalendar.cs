using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Npgsql;

namespace Initiatives.Api.Jobs;

/// <summary>
/// A meeting that is set, moved or cancelled, a round that opens or closes, a rhythm that changes: the jobs follow in the
/// same transaction, or the fact does not hold either.
/// </summary>
internal sealed class JobsFollowTheCalendar(JobSchedule schedule) : Alongside
{
    public override bool Concerns(object fact) =>
        fact is CalendarEvent or RhythmSet or ForumConfigured or ClusterRegistered;

    public override Task RunAsync(string tenant, IReadOnlyList<object> facts, NpgsqlTransaction transaction, CancellationToken cancellation) =>
        schedule.ReconcileAsync(tenant, transaction, cancellation);
}
