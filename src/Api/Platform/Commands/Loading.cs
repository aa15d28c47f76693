using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;

namespace Initiatives.Api.Platform.Commands;

/// <summary>Everything a change is decided on.</summary>
/// <param name="Streams">In the order of the wishes; two wishes for one stream share it.</param>
internal sealed record Loaded(IReadOnlyList<StreamInHand> Streams, SettingCache.Known Known, KeptReply? Kept)
{
    public Cluster Cluster => Known.Cluster;

    public long ClusterVersion => Known.ClusterAt.Head.Version;

    public Calendar Calendar => Known.Calendar;

    public long CalendarVersion => Known.CalendarAt.Head.Version;

    /// <summary>The plan that initiatives were looked for in by number alone; null when none was, or when it was just asked for.</summary>
    public string? PlanInHand { get; init; }
}

/// <param name="Fingerprint">Of the request that was answered so.</param>
internal sealed record KeptReply(byte[] Fingerprint, Reply Reply);

/// <summary>
/// Reads in one round trip what a change is decided on: where its streams, the cluster and the calendar stand, the documents of those
/// that stand otherwise than this node knows them, and the answer already given under the caller's key.
/// </summary>
internal sealed class Loading(EventStoreDataSources sources, SettingCache settings, KnownStreams streams)
{
    private const string Initiative = "initiative/";

    // $2 names streams; $3 names numbers in the plan in hand, the one drawn up last; $4 marks what is known.
    private const string States = """
        SELECT s.stream_id, s.version, s.hash, s.refolded,
               CASE WHEN s.hash || s.refolded = ANY ($4) THEN NULL ELSE s.data END,
               CASE WHEN s.hash || s.refolded = ANY ($4) THEN NULL ELSE
                   (SELECT c.data FROM initiative_cards c WHERE c.tenant_id = s.tenant_id AND c.stream_id = s.stream_id) END
        FROM stream_states s
        WHERE s.tenant_id = $1 AND s.stream_id = ANY (
        """;

    private const string ByName = States + "$2)";

    internal const string InPlanInHand = States + """
        $2 || (SELECT array_agg('initiative/' || p.plan || '/' || n)
               FROM (SELECT substr(id, 6) AS plan FROM mt_streams
                     WHERE tenant_id = $1 AND type = 'plan' ORDER BY created DESC, id DESC LIMIT 1) p, unnest($3) n))
        """;

    // Raises a lost race unless the streams of $2 stand at the marks of $3, and $4 (when named) is the plan in hand.
    internal const string Standing = "SELECT stand_as_known($1, $2, $3, $4)";

    private const string Outcome = """
        SELECT fingerprint, status, etag, location, body FROM request_outcomes
        WHERE tenant_id = $1 AND actor = $2 AND key = $3 AND answered > $4
        """;

    /// <summary>
    /// What this node knows of everything that a change is decided on, without asking whether it still is so: whoever decides on it has
    /// the append ask with <see cref="StandsAs"/>. Null when it knows not all of it.
    /// </summary>
    public Loaded? Known(CommandContext context, IReadOnlyList<Wish> wishes)
    {
        var known = settings.Get(context.Tenant);
        if (known.ClusterAt == StreamMark.None || known.CalendarAt == StreamMark.None) return null;
        var found = streams.Of(context.Tenant, wishes);
        if (found.Count != wishes.Count) return null;
        // Two wishes for one stream are decided one after the other, on the same one in hand.
        var inHand = new StreamInHand[found.Count];
        for (var i = 0; i < inHand.Length; i++) inHand[i] = Array.Find(inHand, s => s?.Name == found[i].Name) ?? new StreamInHand(found[i]);
        return new(inHand, known, null) { PlanInHand = wishes.Any(w => w.Stream is null) ? streams.PlanInHand(context.Tenant) : null };
    }

    /// <summary>
    /// What an append asks ahead of its facts: whether everything stands as it was decided on. What <see cref="LoadAsync(CommandContext, IReadOnlyList{Wish}, CancellationToken)"/>
    /// asks before deciding.
    /// </summary>
    public static Premises StandsAs(Loaded known)
    {
        StreamInHand[] streams = known.Streams.Count == 1 ? [known.Streams[0]] : [.. known.Streams.Distinct()];
        return new(
            Standing,
            [Streams.Cluster, Streams.Calendar, .. streams.Select(s => s.Name)],
            [known.Known.ClusterAt.Text, known.Known.CalendarAt.Text, .. streams.Select(s => s.At.Text)],
            known.PlanInHand);
    }

    public async Task<Loaded> LoadAsync(CommandContext context, IReadOnlyList<Wish> wishes, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        return await LoadAsync(context, wishes, connection, cancellation);
    }

    /// <param name="connection">Of <see cref="EventStoreDataSources.App"/>, open.</param>
    public async Task<Loaded> LoadAsync(CommandContext context, IReadOnlyList<Wish> wishes, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var known = settings.Get(context.Tenant);
        var knownStreams = streams.Of(context.Tenant, wishes);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { EventStoreDataSources.TenantSetting(context.Tenant), StatesOf(context.Tenant, wishes, known, knownStreams) },
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
        var rows = new List<StreamInHand>(wishes.Count);
        while (await reader.ReadAsync(cancellation))
        {
            var name = reader.GetString(0);
            var at = new StreamMark(new(reader.GetInt64(1), reader.GetString(2)), reader.GetInt32(3));
            if (name is Streams.Cluster or Streams.Calendar)
                known = known.With(name, at, reader.IsDBNull(4) ? null : reader.GetString(4));
            else
                rows.Add(new(knownStreams.Find(k => k.At == at && k.Name == name) ?? Read(context.Tenant, new(name, at, Bytes(reader, 4), Bytes(reader, 5)))));
        }
        settings.Keep(context.Tenant, known);

        KeptReply? kept = null;
        if (context.Request is not null && await reader.NextResultAsync(cancellation) && await reader.ReadAsync(cancellation))
        {
            kept = new(
                reader.GetFieldValue<byte[]>(0),
                new(reader.GetInt16(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4)));
        }
        return new(Assign(context.Tenant, wishes, rows, known), known, kept);
    }

    private static NpgsqlBatchCommand StatesOf(string tenant, IReadOnlyList<Wish> wishes, SettingCache.Known known, List<KnownStream> knownStreams)
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
                new NpgsqlParameter<string[]> { TypedValue = [known.ClusterAt.Text, known.CalendarAt.Text, .. knownStreams.Select(k => k.At.Text)] },
            },
        };
    }

    private KnownStream Read(string tenant, KnownStream stream)
    {
        streams.Keep(tenant, stream);
        return stream;
    }

    private StreamInHand[] Assign(string tenant, IReadOnlyList<Wish> wishes, List<StreamInHand> rows, SettingCache.Known known)
    {
        var assigned = new StreamInHand[wishes.Count];
        for (var i = 0; i < assigned.Length; i++)
        {
            var name = wishes[i].Stream;
            var ending = name is null ? $"/{((InitiativeWish)wishes[i]).Number}" : null;
            var row = rows.Find(r => name is null ? r.Name.StartsWith(Initiative, StringComparison.Ordinal) && r.Name.EndsWith(ending!, StringComparison.Ordinal) : r.Name == name);
            if (row is null)
            {
                row = name switch
                {
                    Streams.Cluster => new StreamInHand(new(name, known.ClusterAt, known.Cluster, null)),
                    Streams.Calendar => new StreamInHand(new(name, known.CalendarAt, known.Calendar, null)),
                    null => StreamInHand.New($"initiative{ending}"),
                    _ => StreamInHand.New(name),
                };
                rows.Add(row);
            }
            else if (name is null)
            {
                streams.KeepPlanInHand(tenant, row.Name[Initiative.Length..^ending!.Length]);
            }
            assigned[i] = row;
        }
        return assigned;
    }

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<DateTime> Instant(DateTimeOffset value) => new() { TypedValue = value.UtcDateTime };
}
