using Npgsql;

namespace Initiatives.Year.Conducting;

/// <summary>
/// Looks into the installation's database: has the service come to rest, and when will it next have something to do. Everything that it
/// does by itself stands there before it is begun (triggers, queued mail), so nothing is due that cannot be seen here.
/// </summary>
internal sealed class Watch(NpgsqlDataSource database)
{
    // An hourly reconciliation that was passed over is left out: the conductor stops for one of them a day.
    private const string Unrest = """
        SELECT concat('runs ', trigger_group, ' ', trigger_name) FROM jobs.fired_triggers WHERE instance_name = $2 AND (state = 'EXECUTING' OR sched_time <= $1)
        UNION ALL SELECT concat('due ', trigger_group, ' ', trigger_name) FROM jobs.triggers
            WHERE next_fire_time <= $1 AND trigger_state IN ('WAITING', 'ACQUIRED', 'BLOCKED') AND NOT (trigger_group = '*' AND next_fire_time < $1 - 600000000)
              AND NOT EXISTS (SELECT FROM jobs.fired_triggers f WHERE f.instance_name <> $2 AND f.trigger_name = triggers.trigger_name AND f.trigger_group = triggers.trigger_group)
        UNION ALL SELECT concat('mail ', w.cause, ' ', w.recipient) FROM outgoing_mail w WHERE w.sent IS NULL AND w.failed IS NULL AND (w.claim IS NOT NULL OR w.next_try <= $3)
              AND NOT EXISTS (SELECT FROM outgoing_mail o WHERE o.tenant_id = w.tenant_id AND o.recipient = w.recipient AND o.id < w.id AND o.sent IS NULL AND o.failed IS NULL)
        """;

    private const string Ahead = """
        SELECT min(at) FROM (
            SELECT next_fire_time AS at FROM jobs.triggers WHERE trigger_group <> '*' AND trigger_state IN ('WAITING', 'ACQUIRED') AND next_fire_time > $1
            UNION ALL SELECT (extract(epoch FROM next_try) * 10000000)::bigint + 621355968000000000 FROM outgoing_mail WHERE sent IS NULL AND failed IS NULL AND next_try > $2
        ) t
        """;

    private const string Hourly = "SELECT next_fire_time FROM jobs.triggers WHERE trigger_group = '*' AND next_fire_time > $1";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    // A pack that is printed takes seconds on a busy machine, and a mail that was being handed over when its sender died waits out its lease.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Returns when nothing runs, nothing is due and no mail waits to be handed over.</summary>
    /// <param name="instance">The node that lives: what a dead one had begun rests until it is taken over.</param>
    /// <exception cref="TimeoutException">It does not come to rest; says over what.</exception>
    public async Task RestAsync(DateTimeOffset now, string instance)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var glance = new PeriodicTimer(Glance);
        while (await FirstAsync(Unrest, now.UtcTicks, instance, now.UtcDateTime) is string unrest)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"It does not come to rest at {now:O}: {unrest}");
            await glance.WaitForNextTickAsync();
        }
    }

    /// <summary>When something is next due; null when nothing is.</summary>
    public async Task<DateTimeOffset?> NextAsync(DateTimeOffset now) => Instant(await FirstAsync(Ahead, now.UtcTicks, now.UtcDateTime));

    public async Task<DateTimeOffset?> HourlyAsync(DateTimeOffset now) => Instant(await FirstAsync(Hourly, now.UtcTicks));

    /// <summary>Returns when the node has said at this hour that it lives, and with that has looked for dead ones.</summary>
    public async Task CheckedInAsync(DateTimeOffset now, string instance)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var glance = new PeriodicTimer(Glance);
        while (await FirstAsync("SELECT true FROM jobs.scheduler_state WHERE instance_name = $1 AND last_checkin_time >= $2", instance, now.UtcTicks) is null)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"The node does not check in at {now:O}.");
            await glance.WaitForNextTickAsync();
        }
    }

    /// <summary>Something that a dead node had begun waits to be taken over.</summary>
    public async Task<bool> IsOrphanedAsync(string instance) => await FirstAsync("SELECT true FROM jobs.fired_triggers WHERE instance_name <> $1", instance) is true;

    public NpgsqlDataSource Database => database;

    private static DateTimeOffset? Instant(object? ticks) => ticks is long at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    private async Task<object?> FirstAsync(string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync();
    }
}
