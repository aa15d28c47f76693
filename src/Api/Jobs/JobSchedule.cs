using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>
/// Brings the scheduler's triggers to agree with <see cref="WantedJobs"/>. One trigger per job of a meeting, keyed by
/// cluster and job, so doing it twice, or on two nodes at once, changes nothing.
/// </summary>
internal sealed class JobSchedule(ISchedulerFactory schedulers, EventStoreDataSources sources, ClusterRegister clusters, TimeProvider clock, ILogger<JobSchedule> log)
{
    private const int Page = 500;

    // What was told longer ago is wanted no more: a reminder names its day, a month's dashboard is news for a week.
    private const int LatelyDays = 8;

    private const string Facts = """
        SELECT stream_id, data FROM stream_states WHERE tenant_id = $1 AND stream_id IN ('cluster', 'calendar')
        """;

    private const string Made = """
        SELECT kind, occasion, meeting_on, max(issued_at) FROM editions WHERE tenant_id = $1 GROUP BY kind, occasion, meeting_on
        """;

    // Of meetings that may still be ahead: the first status that the last edition did not know of. The same ones as LateStatuses tells.
    private const string Late = """
        SELECT p.kind, p.occasion, min(e.timestamp)
        FROM (SELECT kind, occasion, meeting, max(cut_off) AS cut_off FROM editions
              WHERE tenant_id = $1 AND meeting IS NOT NULL AND meeting_on >= $2 GROUP BY kind, occasion, meeting) p
        JOIN mt_events e ON e.tenant_id = $1 AND e.seq_id > p.cut_off AND e.type IN ('status_reported', 'status_reconfirmed')
            AND (e.data ->> 'Round' = p.meeting OR e.data ->> 'Corrects' IS NOT NULL)
        GROUP BY p.kind, p.occasion
        """;

    private const string Told = "SELECT cause FROM mailings WHERE tenant_id = $1 AND cause LIKE 'reminder/%' AND made >= $2";

    private const string Untold = """
        SELECT kind, occasion, forum, meeting, meeting_on, issued_at
        FROM (SELECT DISTINCT ON (kind, occasion) * FROM editions WHERE tenant_id = $1 AND coalesce(meeting_on, issued_at::date) >= $2 ORDER BY kind, occasion, edition DESC) e
        WHERE NOT EXISTS (SELECT FROM mailings m WHERE m.tenant_id = e.tenant_id AND m.cause = concat('edition/', e.kind, '.', e.occasion, '.', e.edition))
        """;

    public static JobKey KeyOf(JobKind kind) => new(kind switch
    {
        JobKind.OpenRound => "open-round",
        JobKind.RemindRound => "remind-round",
        JobKind.CloseRound => "close-round",
        JobKind.CompilePack => "compile-pack",
        JobKind.CompileLatePack => "compile-late-pack",
        JobKind.MailPack => "mail-pack",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>Every cluster of the installation: at start, after an import, and every hour.</summary>
    public async Task<ScheduleChange> ReconcileAllAsync(CancellationToken cancellation)
    {
        var total = ScheduleChange.None;
        foreach (var cluster in await clusters.ReadAsync(cancellation))
            total += await ReconcileAsync(cluster.Id, cancellation);
        return total;
    }

    /// <summary>One cluster, in a transaction of its own.</summary>
    public async Task<ScheduleChange> ReconcileAsync(string cluster, CancellationToken cancellation)
    {
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var change = await ReconcileAsync(cluster, transaction, cancellation);
        await transaction.CommitAsync(cancellation);
        if (change != ScheduleChange.None)
            log.LogInformation("Schedule of {Cluster}: {Added} added, {Moved} moved, {Removed} removed.", cluster, change.Added, change.Moved, change.Removed);
        return change;
    }

    /// <summary>In the caller's transaction: what it has written counts, and what it undoes is undone here too.</summary>
    public async Task<ScheduleChange> ReconcileAsync(string cluster, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var wanted = await WantedAsync(cluster, transaction, cancellation);
        var scheduler = await schedulers.GetScheduler(cancellation);
        using var enlisted = scheduler.EnlistTransaction(transaction);
        var standing = await StandingAsync(scheduler, cluster, cancellation);
        int added = 0, moved = 0;
        foreach (var job in wanted)
        {
            if (standing.Remove(job.Name, out var trigger))
            {
                if (Agrees(trigger, job))
                    continue;
                moved++;
            }
            else
            {
                added++;
            }
            await scheduler.ScheduleTrigger(TriggerOf(cluster, job), TriggerConflict.Replace, cancellation);
        }
        // What is running takes its own trigger away when it ends.
        var stale = standing.Values.Where(t => t.State is not (TriggerState.Complete or TriggerState.Blocked or TriggerState.Executing)).Select(t => t.Key).ToList();
        if (stale.Count > 0)
            await scheduler.UnscheduleJobs(stale, cancellation);
        return new(added, moved, stale.Count);
    }

    /// <summary>Overdue jobs agree whatever their instant: they are due now either way, and perhaps between two attempts.</summary>
    private bool Agrees(TriggerHeader trigger, WantedJob job)
    {
        if (trigger.State == TriggerState.Error)
            return false;
        var now = clock.GetUtcNow();
        return trigger.StartTimeUtc == job.At || (trigger.StartTimeUtc <= now && job.At <= now);
    }

    private static ITrigger TriggerOf(string cluster, WantedJob job) => TriggerBuilder.Create()
        .ForJob(KeyOf(job.Kind))
        .WithIdentity(job.Name, cluster)
        .StartAt(job.At)
        // A firing missed while nobody ran is made up for as soon as somebody does: once, because the instant is one.
        .WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
        .UsingJobData(JobData.Write(cluster, job))
        .Build();

    private static async Task<Dictionary<string, TriggerHeader>> StandingAsync(IScheduler scheduler, string cluster, CancellationToken cancellation)
    {
        var standing = new Dictionary<string, TriggerHeader>(StringComparer.Ordinal);
        for (var skip = 0; ; skip += Page)
        {
            var page = await scheduler.QueryTriggers(
                new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(cluster), Skip = skip, Take = Page }, cancellation);
            foreach (var trigger in page.Items)
                standing[trigger.Key.Name] = trigger;
            if (page.Items.Count < Page)
                return standing;
        }
    }

    private async Task<IReadOnlyList<WantedJob>> WantedAsync(string cluster, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var (facts, calendar) = (Cluster.None, Calendar.Empty);
        var made = new List<MadePack>();
        var late = new List<LateStatus>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        var untold = new List<UntoldEdition>();
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands = { Of(Facts), Of(Made), From(Late, today.AddDays(-1)), From(Told, today.AddDays(-LatelyDays)), From(Untold, today.AddDays(-LatelyDays)) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.GetString(0) == Streams.Cluster)
                facts = Noun.Cluster.Read(reader.GetString(1));
            else
                calendar = Noun.Calendar.Read(reader.GetString(1));
        }
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            made.Add(new(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2), reader.GetDateTime(3)));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            late.Add(new(reader.GetString(0), reader.GetString(1), reader.GetDateTime(2)));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            told.Add(reader.GetString(0));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            untold.Add(new(reader.GetString(0), OccasionOf(reader), reader.GetDateTime(5)));
        return WantedJobs.Of(facts, calendar, new(made, late) { Told = told, Untold = untold }, now);

        static Occasion OccasionOf(NpgsqlDataReader row) => row.IsDBNull(3)
            ? new(row.GetString(1), row.GetString(2), null, DateOnly.FromDateTime(row.GetDateTime(5)))
            : new(row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateOnly>(4));

        NpgsqlBatchCommand From(string sql, DateOnly day)
        {
            var command = Of(sql);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
            return command;
        }

        NpgsqlBatchCommand Of(string sql) => new(sql) { Parameters = { new NpgsqlParameter<string> { TypedValue = cluster } } };
    }
}

/// <summary>How far the schedule was from what it ought to be.</summary>
internal sealed record ScheduleChange(int Added, int Moved, int Removed)
{
    public static ScheduleChange None { get; } = new(0, 0, 0);

    public static ScheduleChange operator +(ScheduleChange a, ScheduleChange b) => new(a.Added + b.Added, a.Moved + b.Moved, a.Removed + b.Removed);
}
