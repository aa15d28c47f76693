using System.Text.Json;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using Npgsql;

namespace Initiatives.Api.Platform.Reading;

/// <summary>A plan with all its initiatives, as of now.</summary>
/// <param name="Plan"><see cref="Plan.None"/> when the cluster has no plan yet.</param>
/// <param name="Rows">By number.</param>
/// <param name="RecordVersion">Facts in the cluster's whole record: moves with every change, whichever stream it is in.</param>
public sealed record Overview(Cluster Cluster, Calendar Calendar, Plan Plan, long PlanVersion, IReadOnlyList<CardRow> Rows, long RecordVersion);

/// <param name="RecordVersion">As in <see cref="Overview"/>.</param>
/// <param name="PeopleVersion">Moves with every change in the register of people, which is no part of the record: names and roles.</param>
public sealed record Glance(long RecordVersion, long PeopleVersion, string TimeZone);

/// <param name="Version">Of the initiative's stream: its ETag.</param>
public sealed record CardRow(InitiativeCard Card, long Version);

/// <param name="Version">Of the plan's stream: its ETag.</param>
public sealed record PlanRow(Plan Plan, long Version);

/// <summary>
/// A plan's overview in one round trip, from rows that each append keeps. Costs the same however long the history is.
/// </summary>
public sealed class CardReader
{
    // Not the highest position: one handed out earlier may commit later, and would then go unseen.
    private const string RecordVersion = """
        SELECT coalesce(sum(version), 0)::bigint, coalesce((SELECT version FROM people_version WHERE tenant_id = $1), 0) FROM mt_streams WHERE tenant_id = $1
        """;

    private const string ClusterState =
        "SELECT CASE WHEN hash || refolded = $2 THEN NULL ELSE data END FROM stream_states WHERE tenant_id = $1 AND stream_id = 'cluster'";

    private const string PlanInHand =
        "SELECT coalesce($2, (SELECT id FROM mt_streams WHERE tenant_id = $1 AND type = 'plan' ORDER BY created DESC, id DESC LIMIT 1))";

    private const string States = $"""
        SELECT stream_id, version, hash, refolded, CASE WHEN hash || refolded = ANY ($3) THEN NULL ELSE data END
        FROM stream_states WHERE tenant_id = $1 AND stream_id = ANY (ARRAY['cluster', 'calendar', ({PlanInHand})])
        """;

    private const string Rows = $"""
        SELECT c.version, c.data FROM initiative_cards c, ({PlanInHand}) AS p(plan)
        WHERE c.tenant_id = $1 AND c.stream_id >= 'initiative/' || substr(p.plan, 6) || '/' AND c.stream_id < 'initiative/' || substr(p.plan, 6) || '0'
        """;

    private const string Plans = """
        SELECT s.version, s.data FROM stream_states s JOIN mt_streams m ON m.tenant_id = s.tenant_id AND m.id = s.stream_id
        WHERE s.tenant_id = $1 AND m.type = 'plan' ORDER BY m.created, m.id
        """;

    private readonly EventStoreDataSources _sources;
    private readonly SettingCache _settings;

    internal CardReader(EventStoreDataSources sources, SettingCache settings) => (_sources, _settings) = (sources, settings);

    /// <summary>What says, without reading it, whether a reader has seen it all. Null when there is no such cluster.</summary>
    public async Task<Glance?> GlanceAsync(string tenant, CancellationToken cancellation = default)
    {
        var known = _settings.Get(tenant);
        await using var connection = await _sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new(RecordVersion) { Parameters = { Text(tenant) } },
                new(ClusterState) { Parameters = { Text(tenant), Text(known.ClusterAt.Text) } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var (version, people) = (reader.GetInt64(0), reader.GetInt64(1));
        await reader.NextResultAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var cluster = reader.IsDBNull(0) ? known.Cluster : Noun.Cluster.Read(reader.GetString(0));
        return new(version, people, cluster.TimeZone);
    }

    /// <param name="plan">Plan id; null for the plan in hand.</param>
    /// <returns>Null when there is no such cluster, or no such plan in it.</returns>
    public async Task<Overview?> ReadAsync(string tenant, string? plan = null, CancellationToken cancellation = default)
    {
        var known = _settings.Get(tenant);
        var stream = plan is null ? null : Streams.Plan(plan);
        await using var connection = await _sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new(States)
                {
                    Parameters = { Text(tenant), Text(stream), new NpgsqlParameter<string[]> { TypedValue = [known.ClusterAt.Text, known.CalendarAt.Text] } },
                },
                new(Rows) { Parameters = { Text(tenant), Text(stream) } },
                new(RecordVersion) { Parameters = { Text(tenant) } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var (inHand, planVersion) = (Plan.None, 0L);
        while (await reader.ReadAsync(cancellation))
        {
            var at = new StreamMark(new(reader.GetInt64(1), reader.GetString(2)), reader.GetInt32(3));
            var state = reader.IsDBNull(4) ? null : reader.GetString(4);
            if (reader.GetString(0) is not (Streams.Cluster or Streams.Calendar)) (inHand, planVersion) = (Noun.Plan.Read(state), at.Head.Version);
            else known = known.With(reader.GetString(0), at, state);
        }
        _settings.Keep(tenant, known);

        await reader.NextResultAsync(cancellation);
        var rows = new List<CardRow>();
        while (await reader.ReadAsync(cancellation)) rows.Add(new(JsonSerializer.Deserialize(reader.GetString(1), Noun.Card)!, reader.GetInt64(0)));
        rows.Sort(static (a, b) => a.Card.Number.CompareTo(b.Card.Number));

        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return !known.Cluster.Exists || (plan is not null && !inHand.Exists)
            ? null
            : new(known.Cluster, known.Calendar, inHand, planVersion, rows, reader.GetInt64(0));
    }

    /// <summary>The cluster's plans as of now, in the order they were drawn up.</summary>
    public async Task<IReadOnlyList<PlanRow>> PlansAsync(string tenant, CancellationToken cancellation = default)
    {
        await using var connection = await _sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { EventStoreDataSources.TenantSetting(tenant), new(Plans) { Parameters = { Text(tenant) } } },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var plans = new List<PlanRow>();
        while (await reader.ReadAsync(cancellation)) plans.Add(new(Noun.Plan.Read(reader.GetString(1)), reader.GetInt64(0)));
        return plans;
    }

    private static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };
}
