using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform.Commands;

/// <summary>Everything a change is decided on.</summary>
/// <param name="Streams">In the order of the wishes; two wishes for one stream share it.</param>
internal sealed record Loaded(IReadOnlyList<StreamInHand> Streams, SettingCache.Known Known, KeptReply? Kept)
{
    public Cluster Cluster => Known.Cluster;

    public long ClusterVersion => Known.ClusterHead.Version;

    public Calendar Calendar => Known.Calendar;

    public long CalendarVersion => Known.CalendarHead.Version;
}

/// <param name="Fingerprint">Of the request that was answered so.</param>
internal sealed record KeptReply(byte[] Fingerprint, Reply Reply);

/// <summary>
/// Reads in one round trip what a change is decided on: the streams' states and cards, the cluster and its calendar
/// unless they are known, and the answer already given under the caller's key.
/// </summary>
internal sealed class Loading(EventStoreDataSources sources, SettingCache settings)
{
    // $2 names streams; $3 names numbers in the plan in hand, the one drawn up last.
    private const string States = """
        SELECT s.stream_id, s.version, s.hash,
               CASE WHEN (s.stream_id = 'cluster' AND s.hash = $4) OR (s.stream_id = 'calendar' AND s.hash = $5) THEN NULL ELSE s.data END,
               c.data
        FROM stream_states s LEFT JOIN initiative_cards c ON c.tenant_id = s.tenant_id AND c.stream_id = s.stream_id
        WHERE s.tenant_id = $1 AND s.stream_id = ANY (
        """;

    private const string ByName = States + "$2)";

    internal const string InPlanInHand = States + """
        $2 || (SELECT array_agg('initiative/' || p.plan || '/' || n)
               FROM (SELECT substr(id, 6) AS plan FROM mt_streams
                     WHERE tenant_id = $1 AND type = 'plan' ORDER BY created DESC, id DESC LIMIT 1) p, unnest($3) n))
        """;

    private const string Outcome = """
        SELECT fingerprint, status, etag, location, body FROM request_outcomes
        WHERE tenant_id = $1 AND actor = $2 AND key = $3 AND answered > $4
        """;

    public async Task<Loaded> LoadAsync(CommandContext context, IReadOnlyList<Wish> wishes, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        return await LoadAsync(context, wishes, connection, cancellation);
    }

    /// <param name="connection">Of <see cref="EventStoreDataSources.App"/>, open.</param>
    public async Task<Loaded> LoadAsync(CommandContext context, IReadOnlyList<Wish> wishes, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var known = settings.Get(context.Tenant);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { EventStoreDataSources.TenantSetting(context.Tenant), StatesOf(context.Tenant, wishes, known) },
        };
        if (context.Request is { } request)
        {
            batch.BatchCommands.Add(new(Outcome)
            {
                Parameters = { Text(context.Tenant), Text(context.Actor), Text(request.Key), Instant(context.Now - KeptReplies.KeptFor) },
            });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var rows = new List<StreamInHand>(3);
        while (await reader.ReadAsync(cancellation))
        {
            var name = reader.GetString(0);
            var head = new StreamHead(reader.GetInt64(1), reader.GetString(2));
            if (name is Streams.Cluster or Streams.Calendar)
                known = known.With(name, head, reader.IsDBNull(3) ? null : reader.GetString(3));
            else
                rows.Add(new(name, head, Bytes(reader, 3), Bytes(reader, 4)));
        }
        settings.Keep(context.Tenant, known);

        KeptReply? kept = null;
        if (context.Request is not null && await reader.NextResultAsync(cancellation) && await reader.ReadAsync(cancellation))
        {
            kept = new(
                reader.GetFieldValue<byte[]>(0),
                new(reader.GetInt16(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4)));
        }
        return new(Assign(wishes, rows, known), known, kept);
    }

    private static NpgsqlBatchCommand StatesOf(string tenant, IReadOnlyList<Wish> wishes, SettingCache.Known known)
    {
        var names = new List<string>(wishes.Count + 2) { Streams.Cluster, Streams.Calendar };
        List<int>? numbers = null;
        foreach (var wish in wishes)
        {
            if (wish.Stream is { } stream) names.Add(stream);
            else (numbers ??= []).Add(((InitiativeWish)wish).Number);
        }
        return new(numbers is null ? ByName : InPlanInHand)
        {
            Parameters =
            {
                Text(tenant),
                new NpgsqlParameter<string[]> { TypedValue = [.. names] },
                new NpgsqlParameter<int[]> { TypedValue = numbers is null ? [] : [.. numbers] },
                Text(known.ClusterHead.Hash),
                Text(known.CalendarHead.Hash),
            },
        };
    }

    private static StreamInHand[] Assign(IReadOnlyList<Wish> wishes, List<StreamInHand> rows, SettingCache.Known known)
    {
        var streams = new StreamInHand[wishes.Count];
        for (var i = 0; i < streams.Length; i++)
        {
            var name = wishes[i].Stream;
            var ending = name is null ? $"/{((InitiativeWish)wishes[i]).Number}" : null;
            var row = rows.Find(r => name is null ? r.Name.EndsWith(ending!, StringComparison.Ordinal) : r.Name == name);
            if (row is null)
            {
                row = name switch
                {
                    Streams.Cluster => new StreamInHand(name, known.ClusterHead, null, null).Known(known.Cluster),
                    Streams.Calendar => new StreamInHand(name, known.CalendarHead, null, null).Known(known.Calendar),
                    null => StreamInHand.New($"initiative{ending}"),
                    _ => StreamInHand.New(name),
                };
                rows.Add(row);
            }
            streams[i] = row;
        }
        return streams;
    }

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<DateTime> Instant(DateTimeOffset value) => new() { TypedValue = value.UtcDateTime };
}
