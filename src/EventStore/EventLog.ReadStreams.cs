using System.Runtime.CompilerServices;
using Npgsql;

namespace Initiatives.EventStore;

/// <summary>A stream as it stands in one snapshot.</summary>
/// <param name="Facts">All of them, in order.</param>
public sealed record WholeStream(string Stream, StreamHead Head, IReadOnlyList<RecordedEvent> Facts);

// The part that reads whole streams, many at a time: as initiatives_system.
public sealed partial class EventLog
{
    private const string StreamPage = """
        WITH next AS (
            SELECT stream_id, version, hash FROM stream_states WHERE tenant_id = $1 AND stream_id > $2 ORDER BY stream_id LIMIT $3),
        page AS (
            SELECT * FROM (SELECT *, sum(version) OVER (ORDER BY stream_id) - version AS facts_before FROM next) n WHERE facts_before < $4)
        """;

    /// <summary>
    /// A tenant's streams by name, in pages, the next one read while the caller works on this one: memory for two pages. Each page is
    /// one snapshot, so a head fits its facts, and writers may go on; there is no long transaction.
    /// </summary>
    /// <param name="streamsPerPage">At most so many streams, since a statement for each would take longer than its facts,</param>
    /// <param name="factsPerPage">or so many facts and the rest of the stream they end in.</param>
    public async IAsyncEnumerable<IReadOnlyList<WholeStream>> ReadStreamsAsync(
        string tenant, int streamsPerPage = 200, int factsPerPage = 2000, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var next = ReadStreamPageAsync(tenant, "", streamsPerPage, factsPerPage, abandoned.Token);
        try
        {
            while (await next is { Count: > 0 } page)
            {
                next = ReadStreamPageAsync(tenant, page[^1].Stream, streamsPerPage, factsPerPage, abandoned.Token);
                yield return page;
            }
        }
        finally
        {
            await abandoned.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<IReadOnlyList<WholeStream>> ReadStreamPageAsync(string tenant, string after, int streams, int facts, CancellationToken cancellation)
    {
        // A head without facts is a row too: whoever folds it anew must not take it for the end.
        await using var command = sources.System.CreateCommand($"""
            {StreamPage}
            SELECT e.seq_id, e.id, e.tenant_id, e.stream_id, e.version, e.type, e.timestamp, e.data, e.headers, e.correlation_id, e.causation_id,
                   p.stream_id, p.version, p.hash
            FROM page p LEFT JOIN mt_events e ON e.tenant_id = $1 AND e.stream_id = p.stream_id AND e.version <= p.version
            ORDER BY p.stream_id, e.version
            """);
        command.Parameters.Add(Parameter(tenant));
        command.Parameters.Add(Parameter(after));
        command.Parameters.Add(Parameter(streams));
        command.Parameters.Add(Parameter(facts));
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var page = new List<WholeStream>();
        var of = new List<RecordedEvent>();
        string stream = "", type = "";
        while (await reader.ReadAsync(cancellation))
        {
            if (page.Count == 0 || reader.GetString(11) != page[^1].Stream)
                page.Add(new(reader.GetString(11), new(reader.GetInt64(12), reader.GetString(13)), of = []));
            if (!reader.IsDBNull(0)) of.Add(ReadRow(reader, types, ref tenant, ref stream, ref type));
        }
        return page;
    }
}
