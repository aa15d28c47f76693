using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;
using Npgsql;

namespace Initiatives.Api.Features.Agendas;

/// <summary>A meeting's agenda as it was found, with the record it was found in.</summary>
/// <param name="Version">Of the agenda's stream; 0 while nobody has changed anything about it.</param>
internal sealed record AgendaInHand(ClusterRecord Record, AgendaSheet Sheet, long Version)
{
    public Meeting Meeting => Sheet.Meeting;

    public Forum Forum => Sheet.Forum;

    public AgendaPoint? Find(string item) => Sheet.Find(item);
}

/// <summary>Reads agendas. They are worked out from the whole record: what was decided stands in the initiatives' own histories, and nothing is kept twice.</summary>
internal sealed class AgendaReader(ClusterReader records, EventStoreDataSources sources, TimeProvider time)
{
    private const string Version = "SELECT version FROM stream_states WHERE tenant_id = $1 AND stream_id = $2";

    /// <param name="asOf">Null for now.</param>
    /// <returns>Null when there is no such meeting, or it is cancelled.</returns>
    public async Task<AgendaInHand?> ReadAsync(string cluster, string meeting, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        // Before the record: a change in between then makes the version stale, which is told, and not the other way round.
        var version = await VersionAsync(cluster, Streams.Agenda(meeting), cancellation);
        return await records.ReadAsync(cluster, asOf, cancellation) is { } record && record.Calendar.Find(meeting) is { } found
            && AgendaSheet.Of(record, found, Clock.Day(asOf ?? time.GetUtcNow(), record.Cluster.TimeZone)) is { } sheet
            ? new(record, sheet, version)
            : null;
    }

    /// <summary>The cluster's time zone; null when there is no such cluster.</summary>
    public Task<string?> ZoneAsync(string cluster, CancellationToken cancellation) => records.TimeZoneAsync(cluster, cancellation);

    private async Task<long> VersionAsync(string tenant, string stream, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { EventStoreDataSources.TenantSetting(tenant), new(Version) { Parameters = { new() { Value = tenant }, new() { Value = stream } } } },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetInt64(0) : 0;
    }
}
