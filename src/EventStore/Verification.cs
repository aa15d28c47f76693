using System.Data;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Initiatives.EventStore;

/// <summary>Something in the log that cannot be as it was written.</summary>
/// <param name="Version">0 where it concerns the stream as a whole.</param>
/// <param name="What">One English sentence.</param>
public sealed record Finding(string Tenant, string Stream, long Version, string What);

/// <param name="Events">Events read.</param>
/// <param name="Findings">In the order of tenant, stream, version; empty when the record is whole.</param>
public sealed record VerificationResult(long Streams, long Events, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads the whole log and recomputes every hash: finds a changed byte, a missing, added or moved event, and a head that does not
/// fit. Each tenant is read in one snapshot, so it may run while others write. What it cannot see is a stream's end cut off together with
/// its heads, or a whole stream taken away: that is what a printed <see cref="RecordFingerprint"/> is for.
/// </summary>
public sealed class Verification(EventStoreDataSources sources)
{
    // Nobody asks for the facts themselves, so no type need be known.
    private static readonly EventTypes NoTypes = new([]);

    /// <param name="tenant">Only this one; all when null.</param>
    /// <param name="progress">Events read so far, told every 1,000 events.</param>
    public async Task<VerificationResult> VerifyAsync(string? tenant = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        var findings = new List<Finding>();
        long streams = 0, events = 0;
        foreach (var each in tenant is null ? await TenantsAsync(connection, cancellation) : [tenant])
        {
            // One snapshot for heads and events: an append in between would look like a missing event.
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            var heads = await HeadsAsync(connection, each, cancellation);
            streams += heads.Count;
            events += await WalkAsync(connection, each, heads, findings, events, progress, cancellation);
            await snapshot.CommitAsync(cancellation);
        }
        progress?.Report(events);
        return new(streams, events, findings);
    }

    /// <summary>The tenant's record up to a position, which must be a safe one (<see cref="EventLog.SafePositionAsync"/>).</summary>
    public async Task<RecordFingerprint> FingerprintAsync(string tenant, long position, CancellationToken cancellation = default)
    {
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        // From each stream's end backwards: a recent cut-off costs one look per stream, however long the history.
        await using var command = new NpgsqlCommand("""
            SELECT s.id, e.version, e.headers ->> 'hash'
            FROM mt_streams s CROSS JOIN LATERAL (
                SELECT version, headers FROM mt_events
                WHERE tenant_id = s.tenant_id AND stream_id = s.id AND seq_id <= $2
                ORDER BY version DESC LIMIT 1) e
            WHERE s.tenant_id = $1
            ORDER BY s.id COLLATE "C"
            """, connection) { Parameters = { EventLog.Parameter(tenant), EventLog.Parameter(position) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{position}\n")));
        while (await reader.ReadAsync(cancellation))
        {
            var line = FormattableString.Invariant($"{reader.GetString(0)} {reader.GetInt64(1)} {(reader.IsDBNull(2) ? "" : reader.GetString(2))}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }
        return new(position, Convert.ToHexStringLower(hash.GetHashAndReset())[..RecordFingerprint.Digits]);
    }

    /// <summary>Whether the log still contains what the fingerprint was taken of. Together with <see cref="VerifyAsync"/>, which
    /// shows that the hashes it is made of still fit the events.</summary>
    public async Task<FingerprintAnswer> VerifyFingerprintAsync(string tenant, RecordFingerprint printed, CancellationToken cancellation = default)
    {
        if (await FingerprintAsync(tenant, printed.Position, cancellation) == printed) return FingerprintAnswer.Contained;
        await using var last = sources.System.CreateCommand("SELECT coalesce(max(seq_id), 0) FROM mt_events");
        return (long)(await last.ExecuteScalarAsync(cancellation))! < printed.Position ? FingerprintAnswer.NotReached : FingerprintAnswer.Differs;
    }

    private static async Task<long> WalkAsync(
        NpgsqlConnection connection, string tenant, Dictionary<string, Head> heads, List<Finding> findings, long before,
        IProgress<long>? progress, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT {EventLog.Columns}, is_archived FROM mt_events WHERE tenant_id = $1 ORDER BY stream_id, version
            """, connection) { Parameters = { EventLog.Parameter(tenant) }, CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        StreamWalk? walk = null;
        string stream = "", type = "";
        var events = 0L;
        while (await reader.ReadAsync(cancellation))
        {
            var recorded = EventLog.ReadRow(reader, NoTypes, ref tenant, ref stream, ref type);
            if (walk?.Stream != recorded.Stream)
            {
                walk?.End(heads);
                walk = new(tenant, recorded.Stream, findings);
            }
            walk.Take(recorded, archived: reader.GetBoolean(11));
            if (++events % 1000 == 0) progress?.Report(before + events);
        }
        walk?.End(heads);
        findings.AddRange(heads.OrderBy(h => h.Key, StringComparer.Ordinal).Select(left => new Finding(tenant, left.Key, 0, "It has a head and no events.")));
        return events;
    }

    private static async Task<List<string>> TenantsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            SELECT tenant_id FROM mt_streams UNION SELECT tenant_id FROM stream_states UNION SELECT tenant_id FROM mt_events ORDER BY 1
            """, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tenants = new List<string>();
        while (await reader.ReadAsync(cancellation)) tenants.Add(reader.GetString(0));
        return tenants;
    }

    private static async Task<Dictionary<string, Head>> HeadsAsync(NpgsqlConnection connection, string tenant, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            SELECT coalesce(s.id, t.stream_id), s.version, t.version, t.hash
            FROM (SELECT * FROM mt_streams WHERE tenant_id = $1) s
            FULL JOIN (SELECT * FROM stream_states WHERE tenant_id = $1) t ON t.stream_id = s.id
            """, connection) { Parameters = { EventLog.Parameter(tenant) }, CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var heads = new Dictionary<string, Head>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            heads.Add(reader.GetString(0), new(
                reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        }
        return heads;
    }

    private sealed record Head(long? StreamVersion, long? StateVersion, string? Hash);

    /// <summary>One stream from its first event to its last.</summary>
    private sealed class StreamWalk(string tenant, string stream, List<Finding> findings)
    {
        private long _version, _position;
        private string _hash = "";

        public string Stream => stream;

        public void Take(RecordedEvent recorded, bool archived)
        {
            if (recorded.Version != _version + 1) Found(recorded.Version, $"Version {_version + 1} is missing before it.");
            if (recorded.Position <= _position) Found(recorded.Version, $"Its position {recorded.Position} is not after its predecessor's {_position}.");
            if (archived) Found(recorded.Version, "It is marked as archived; nothing here ever archives.");
            var (previous, own) = EventMetadata.ReadChain(recorded.HeadersJson.Span);
            if (previous != _hash) Found(recorded.Version, "It does not follow from the event before it.");
            if (own is null || own != recorded.HashAfter(_hash)) Found(recorded.Version, "It is not what was written: its hash does not fit.");
            // On from what stands there, so that one changed byte is one finding and not one per later event.
            (_version, _position, _hash) = (recorded.Version, recorded.Position, own ?? "");
        }

        public void End(Dictionary<string, Head> heads)
        {
            if (!heads.Remove(stream, out var head)) head = new(null, null, null);
            if (head.StreamVersion != _version) Found(0, $"Its last event is {_version} and mt_streams says {head.StreamVersion?.ToString() ?? "nothing"}.");
            if (head.StateVersion != _version) Found(0, $"Its last event is {_version} and stream_states says {head.StateVersion?.ToString() ?? "nothing"}.");
            else if (head.Hash != _hash) Found(0, "The hash of its last event is not the one in stream_states.");
        }

        private void Found(long version, string what) => findings.Add(new(tenant, stream, version, what));
    }
}
