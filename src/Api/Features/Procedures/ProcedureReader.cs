using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using Npgsql;

namespace Initiatives.Api.Features.Procedures;

/// <summary>A written procedure as it was found, with the record it was found in.</summary>
internal sealed record ProcedureInHand(ClusterRecord Record, ProcedureRecord Procedure)
{
    public string Id => Procedure.Id;

    public Procedure State => Procedure.State;

    public ProcedureStarted Asked => Procedure.Asked;

    public Forum? Forum => Record.Cluster.Forum(Asked.Forum);

    /// <summary>
    /// The members that the caller may answer for: themselves, and those whose deputy they are today. Whoever holds the installation's
    /// token may answer for each.
    /// </summary>
    public IReadOnlyList<string> AnswersFor(Membership me) =>
    [
        .. State.Members.Where(m => me.Is(Role.Installation) || me.Roles.Any(r => r.Role is Role.Member or Role.Chair && r.Forum == Asked.Forum && (r.For ?? me.Id) == m)),
    ];
}

/// <summary>Reads written procedures: with the record they are read in, or their states alone for whoever only asks what is open.</summary>
internal sealed class ProcedureReader(ClusterReader records, EventStoreDataSources sources)
{
    private const string States = "SELECT stream_id, data FROM stream_states WHERE tenant_id = $1 AND stream_id >= 'procedure/' AND stream_id < 'procedure0'";

    /// <param name="asOf">Null for now.</param>
    /// <returns>Null when there is no such cluster.</returns>
    public Task<ClusterRecord?> RecordAsync(string cluster, DateTimeOffset? asOf, CancellationToken cancellation) => records.ReadAsync(cluster, asOf, cancellation);

    /// <param name="asOf">Null for now.</param>
    /// <returns>Null when there is no such procedure, or was none then.</returns>
    public async Task<ProcedureInHand?> ReadAsync(string cluster, string procedure, DateTimeOffset? asOf, CancellationToken cancellation) =>
        await RecordAsync(cluster, asOf, cancellation) is { } record && record.Procedures.FirstOrDefault(p => p.Id == procedure) is { } found ? new(record, found) : null;

    /// <summary>The cluster's time zone; null when there is no such cluster.</summary>
    public Task<string?> ZoneAsync(string cluster, CancellationToken cancellation) => records.TimeZoneAsync(cluster, cancellation);

    /// <summary>Those that nobody has ended, by id.</summary>
    public async Task<IReadOnlyList<(string Id, Procedure State)>> OpenAsync(string cluster, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { EventStoreDataSources.TenantSetting(cluster), new(States) { Parameters = { new() { Value = cluster } } } },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var open = new List<(string, Procedure)>();
        while (await reader.ReadAsync(cancellation))
        {
            if (Noun.Procedure.Read(reader.GetString(1)) is { IsOpen: true } state) open.Add((reader.GetString(0)[Streams.ProcedurePrefix.Length..], state));
        }
        return open;
    }
}
