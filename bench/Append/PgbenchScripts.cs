using System.Text.RegularExpressions;
using Initiatives.Api.Platform.Commands;
using Initiatives.EventStore;

namespace Initiatives.Bench.Append;

/// <summary>
/// One status posted, as scripts for pgbench. The statements are the service's own texts with pgbench's variables for
/// parameters, so that they cannot drift apart. pgbench counts for itself how often it has come round to a stream.
/// </summary>
internal static partial class PgbenchScripts
{
    private const string Turn = """
        \set n :n + 1
        \set number :first + (:n % :share) * :writers + :client_id
        \set expected :base + :n / :share
        \set version :expected + 1

        """;

    private static readonly string Tenant = Bind(EventStoreDataSources.TenantStatement, ":tenant");

    private static readonly string Load = Bind(Loading.InPlanInHand, ":tenant", ":names::text[]", "ARRAY[:number::int]", ":marks::text[]");

    private static readonly string Append = Bind(AppendCommand.Statement,
        ":tenant", ":prefix || :number", ":stream_type", ":expected", ":hash", "ARRAY[:id::uuid]", "ARRAY[:type::text]", "ARRAY[:happened::timestamptz]",
        "ARRAY[:data::jsonb]", "ARRAY[:headers::jsonb]", "ARRAY[:correlation::text]", "ARRAY[NULL::text]", ":hash", ":state");

    private static readonly string Card = Bind(Cards.Statement, ":tenant", ":prefix || :number", ":version", ":card");

    private static readonly string Standing = Bind(Loading.Standing, ":tenant", "ARRAY['cluster', 'calendar', :prefix || :number]", ":marks::text[]", ":plan");

    // What append_events does, and what stand_as_known reads.
    private static readonly string[] PlainStanding =
    [
        "SELECT count(*) FROM stream_states WHERE tenant_id = :tenant AND stream_id = ANY (ARRAY['cluster', 'calendar', :prefix || :number]) AND hash || refolded = ANY (:marks::text[]);",
        "SELECT id FROM mt_streams WHERE tenant_id = :tenant AND type = 'plan' ORDER BY created DESC, id DESC LIMIT 1;",
    ];

    private static readonly string[] PlainAppend =
    [
        "UPDATE stream_states SET version = :version, hash = :hash, data = :state::json WHERE tenant_id = :tenant AND stream_id = :prefix || :number AND version = :expected AND hash = :hash;",
        "UPDATE mt_streams SET version = :version, timestamp = now() WHERE tenant_id = :tenant AND id = :prefix || :number AND version = :expected;",
        """
        INSERT INTO mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers)
        VALUES (nextval('mt_events_sequence'), :id, :prefix || :number, :version, :data, :type, :happened, :tenant, :correlation, NULL, :headers);
        """,
    ];

    /// <summary>
    /// The service's statements in the service's round trips. Known, one: whether all stands as known, and the append. Cold, two, each a
    /// transaction of its own: to load, and to append.
    /// </summary>
    public static string SameRoundTrips(bool cold) => Turn + (cold ? Pipeline(Tenant, Load) + Pipeline(Append, Card) : Pipeline(Standing, Append, Card));

    /// <summary>The same round trips and rows, with what the service's functions do sent as plain statements.</summary>
    public static string WithoutFunctions(bool cold) =>
        Turn + (cold ? Pipeline(Tenant, Load) + Pipeline([Tenant, .. PlainAppend, Card]) : Pipeline([Tenant, .. PlainStanding, .. PlainAppend, Card]));

    /// <summary>As such scripts are usually written: one transaction, one round trip per statement.</summary>
    public static string StatementByStatement(bool cold) => string.Join('\n', [Turn, "BEGIN;", .. cold ? (string[])[Tenant, Load] : [Standing], Append, Card, "COMMIT;", ""]);

    private static string Pipeline(params string[] statements) => $"\\startpipeline\n{string.Join('\n', statements)}\n\\endpipeline\n";

    private static string Bind(string statement, params string[] values) =>
        Parameter().Replace(statement, m => values[int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) - 1]) + ";";

    [GeneratedRegex(@"\$([0-9]+)")]
    private static partial Regex Parameter();
}
