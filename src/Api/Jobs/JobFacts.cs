using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Npgsql;

namespace Initiatives.Api.Jobs;

/// <summary>Reads what <see cref="WantedJobs"/> goes by: what the cluster has decided, and what has been made and told of it.</summary>
internal static class JobFacts
{
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

    private const string Told = "SELECT cause FROM mailings WHERE tenant_id = $1 AND (cause LIKE 'reminder/%' OR cause LIKE 'procedure-%') AND made >= $2";

    private const string Procedures = """
        SELECT s.stream_id, s.data,
               (SELECT max(m.made) FROM mailings m WHERE m.tenant_id = s.tenant_id
                AND (m.cause = 'procedure-asked/' || substr(s.stream_id, 11) OR starts_with(m.cause, 'procedure-extended/' || substr(s.stream_id, 11) || '/')))
        FROM stream_states s
        WHERE s.tenant_id = $1 AND s.stream_id >= 'procedure/' AND s.stream_id < 'procedure0' AND s.data -> 'Concluded' IS NULL AND s.data -> 'Withdrawn' IS NULL
        """;

    private const string Untold = """
        SELECT kind, occasion, forum, meeting, meeting_on, issued_at
        FROM (SELECT DISTINCT ON (kind, occasion) * FROM editions WHERE tenant_id = $1 AND coalesce(meeting_on, issued_at::date) >= $2 ORDER BY kind, occasion, edition DESC) e
        WHERE NOT EXISTS (SELECT FROM mailings m WHERE m.tenant_id = e.tenant_id AND m.cause = concat('edition/', e.kind, '.', e.occasion, '.', e.edition))
        """;

    // The first fact of the calendar that nobody was told of. Meetings of the yearly calendar are no news.
    private const string Changed = """
        SELECT min(timestamp) FROM mt_events
        WHERE tenant_id = $1 AND stream_id = 'calendar' AND version > (SELECT coalesce(max(told_to), 0) FROM mailings WHERE tenant_id = $1)
          AND (type IN ('meeting_moved', 'meeting_arranged', 'meeting_cancelled') OR (type = 'meeting_scheduled' AND (data ->> 'Extraordinary')::boolean))
        """;

    // Each meeting's minutes are approved once.
    private const string Approved = """
        SELECT e.data ->> 'Meeting', e.timestamp
        FROM mt_streams s JOIN mt_events e ON e.tenant_id = s.tenant_id AND e.stream_id = s.id AND e.type = 'minutes_approved'
        WHERE s.tenant_id = $1 AND s.type = 'agenda'
        """;

    // What was told longer ago is wanted no more: a reminder names its day, a month's dashboard is news for a week.
    private const int LatelyDays = 8;

    /// <summary>In the caller's transaction: what it has written counts.</summary>
    public static async Task<(Cluster Cluster, Calendar Calendar, DoneAlready Done)> ReadAsync(string cluster, DateTimeOffset now, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var (facts, calendar) = (Cluster.None, Calendar.Empty);
        var made = new List<MadePack>();
        var late = new List<LateStatus>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        var untold = new List<UntoldEdition>();
        var minutes = new List<MinutesThere>();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands = { Of(Facts), Of(Made), From(Late, today.AddDays(-1)), From(Told, today.AddDays(-LatelyDays)), From(Untold, today.AddDays(-LatelyDays)), Of(Changed), Of(Approved), Of(Procedures) },
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
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        DateTimeOffset? changed = reader.IsDBNull(0) ? null : reader.GetDateTime(0);
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            minutes.Add(new(reader.GetString(0), reader.GetDateTime(1)));
        await reader.NextResultAsync(cancellation);
        var procedures = new List<OpenProcedure>();
        while (await reader.ReadAsync(cancellation))
        {
            var state = Noun.Procedure.Read(reader.GetString(1));
            // While the fact itself is being written, its mails may not be.
            var lastTold = reader.IsDBNull(2) ? now : reader.GetDateTime(2);
            if (state.Started is { } asked) procedures.Add(new(reader.GetString(0)[Streams.ProcedurePrefix.Length..], asked.Forum, state.Deadline, LocalInstant.Day(lastTold, facts.TimeZone)));
        }
        return (facts, calendar, new(made, late) { Told = told, Untold = untold, CalendarChanged = changed, Minutes = minutes, Procedures = procedures });

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
