using System.Runtime.CompilerServices;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using Npgsql;

namespace Initiatives.Api.Platform.Reading;

/// <summary>What is kept beside one stream, read in one snapshot: the state its next decision needs, and the board's row.</summary>
/// <param name="CardJson">Null where there is none.</param>
internal sealed record KeptStream(string Stream, StreamHead Head, string? StateJson, long? CardVersion, string? CardJson);

/// <summary>
/// All that is kept beside the streams of a cluster, and the same folded anew from the facts: for verifying, and the fold for rebuilding.
/// Stream by stream, each fact read once, so that the longest stream is all that memory must hold; and each up to the version
/// that was kept, so that writers may go on meanwhile.
/// </summary>
internal sealed class KeptStreams(EventStoreDataSources sources, EventLog log)
{
    private const int Page = 200;

    // Keyset, not OFFSET: streams may be added meanwhile.
    private const string Sql = """
        SELECT s.stream_id, s.version, s.hash, s.data, c.version, c.data
        FROM stream_states s LEFT JOIN initiative_cards c ON c.tenant_id = s.tenant_id AND c.stream_id = s.stream_id
        WHERE s.tenant_id = $1 AND s.stream_id > $2 ORDER BY s.stream_id LIMIT $3
        """;

    /// <summary>Facts in the log, of one cluster or of all; for a progress bar.</summary>
    public async Task<long> CountFactsAsync(string? tenant, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand("SELECT coalesce(sum(version), 0)::bigint FROM stream_states WHERE $1 IS NULL OR tenant_id = $1");
        command.Parameters.Add(new() { Value = (object?)tenant ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>By name.</summary>
    public async IAsyncEnumerable<KeptStream> ReadAsync(string tenant, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = ""; ;)
        {
            var page = await ReadPageAsync(tenant, after, cancellation);
            foreach (var kept in page)
                yield return kept;
            if (page.Count < Page)
                yield break;
            after = page[^1].Stream;
        }
    }

    /// <summary>Rows of the board that belong to no stream.</summary>
    public async Task<IReadOnlyList<string>> StrayCardsAsync(string tenant, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand("""
            SELECT stream_id FROM initiative_cards c
            WHERE tenant_id = $1 AND NOT EXISTS (SELECT FROM stream_states s WHERE s.tenant_id = c.tenant_id AND s.stream_id = c.stream_id)
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var stray = new List<string>();
        while (await reader.ReadAsync(cancellation))
            stray.Add(reader.GetString(0));
        return stray;
    }

    /// <summary>State and card folded from the facts up to a version; no card for streams that are no initiative's.</summary>
    /// <param name="timeZone">The cluster's: a card says on which day things happened.</param>
    public async Task<(byte[] State, InitiativeCard? Card)> FoldAsync(
        string tenant, string stream, long version, string timeZone, CancellationToken cancellation) =>
        Fold(stream, await log.ReadStreamAsync(tenant, stream, upToVersion: version, cancellation: cancellation), timeZone);

    /// <summary>The same from facts that were read already.</summary>
    public static (byte[] State, InitiativeCard? Card) Fold(string stream, IReadOnlyList<RecordedEvent> facts, string timeZone)
    {
        var kind = stream.AsSpan(0, stream.IndexOf('/') is var slash and > 0 ? slash : stream.Length);
        return kind switch
        {
            "cluster" => (State(Noun.Cluster, facts), null),
            "calendar" => (State(Noun.Calendar, facts), null),
            "plan" => (State(Noun.Plan, facts), null),
            "pack" => (State(Noun.Pack, facts), null),
            "agenda" => (State(Noun.Agenda, facts), null),
            "procedure" => (State(Noun.Procedure, facts), null),
            "initiative" => (State(Noun.Initiative, facts), Card(facts, timeZone)),
            _ => throw new InvalidOperationException($"{stream} is of no kind that this program knows."),
        };
    }

    /// <summary>The cluster's time zone as its own facts have it; the default while it is not registered.</summary>
    public async Task<string> TimeZoneAsync(string tenant, CancellationToken cancellation) =>
        (await log.ReadStreamAsync(tenant, Streams.Cluster, cancellation: cancellation)).Select(f => f.Data).OfType<ClusterRegistered>().LastOrDefault()?.TimeZone
        ?? Cluster.None.TimeZone;

    private static byte[] State<TState, TEvent>(Noun<TState, TEvent> noun, IReadOnlyList<RecordedEvent> facts)
        where TState : class
        where TEvent : class =>
        noun.Write(facts.Aggregate(noun.None, (state, fact) => noun.Evolve(state, (TEvent)fact.Data)));

    private static InitiativeCard Card(IReadOnlyList<RecordedEvent> facts, string timeZone) =>
        facts.Aggregate(InitiativeCard.Empty, (card, fact) => InitiativeCard.Evolve(card, (InitiativeEvent)fact.Data, ClusterReader.StampOf(fact, timeZone)));

    private async Task<List<KeptStream>> ReadPageAsync(string tenant, string after, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Page });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var page = new List<KeptStream>(Page);
        while (await reader.ReadAsync(cancellation))
        {
            page.Add(new(
                reader.GetString(0),
                new(reader.GetInt64(1), reader.GetString(2)),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetInt64(4),
                reader.IsDBNull(5) ? null : reader.GetString(5)));
        }
        return page;
    }
}
