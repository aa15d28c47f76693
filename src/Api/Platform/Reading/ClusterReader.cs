using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Platform.Reading;

/// <summary>
/// Reads a cluster's record from the log, up to any cut-off: for packs, the export, and every "pr. dato". What is shown
/// as of now comes from <see cref="CardReader"/>, which replays nothing.
/// </summary>
internal sealed class ClusterReader(EventLog log, PeopleRegister people)
{
    /// <summary>The record as it stands, or as it stood when only what had happened by <paramref name="asOf"/> had happened.</summary>
    /// <param name="asOf">By the facts' own time: an imported status counts from the day it was posted.</param>
    /// <returns>Null when there is no such cluster, or was none then.</returns>
    public async Task<ClusterRecord?> ReadAsync(string tenant, DateTimeOffset? asOf = null, CancellationToken cancellation = default) =>
        await FoldAsync(tenant, await log.SafePositionAsync(cancellation), fact => fact.Timestamp > asOf, cancellation);

    /// <summary>
    /// The record up to a position of the log: the same position gives the same record for ever, save for people's names, which
    /// are today's, because a person forgotten since must be forgotten here too.
    /// </summary>
    /// <param name="cutOff">At or below what <see cref="EventLog.SafePositionAsync"/> gave.</param>
    /// <param name="at">
    /// What an import tells of later days than this does not count: a pack may be compiled afterwards for a meeting that the
    /// imported history has long passed. What was told live counts by its position alone, whichever node's clock was ahead.
    /// </param>
    /// <returns>Null when there was no such cluster yet.</returns>
    public Task<ClusterRecord?> ReadUpToAsync(string tenant, long cutOff, DateTimeOffset at, CancellationToken cancellation = default) =>
        FoldAsync(tenant, cutOff, fact => fact.Data is InitiativeEvent && fact.Metadata.Imported && fact.Timestamp > at, cancellation);

    /// <summary>One initiative's whole history as it stands or stood.</summary>
    /// <param name="timeZone">The cluster's.</param>
    /// <returns>The record and the stream's version; null when there is no such initiative, or was none then.</returns>
    public async Task<(InitiativeRecord Record, long Version)?> InitiativeAsync(
        string tenant, string plan, int number, string timeZone, DateTimeOffset? asOf = null, CancellationToken cancellation = default)
    {
        var facts = await log.ReadStreamAsync(tenant, Streams.Initiative(plan, number), asOf: asOf, cancellation: cancellation);
        return facts.Count == 0 ? null : (InitiativeRecord.Of(facts.Select(f => ((InitiativeEvent)f.Data, StampOf(f, timeZone)))), facts[^1].Version);
    }

    /// <summary>The cluster's time zone, which never changes; null when there is no such cluster.</summary>
    public async Task<string?> TimeZoneAsync(string tenant, CancellationToken cancellation = default)
    {
        var facts = await log.ReadStreamAsync(tenant, Streams.Cluster, upToVersion: 1, cancellation: cancellation);
        return facts is [{ Data: ClusterRegistered registered }] ? registered.TimeZone : null;
    }

    /// <summary>Who told a fact and when, as the record has it.</summary>
    public static Stamp StampOf(RecordedEvent fact, string timeZone) => new(
        fact.Timestamp, Clock.Day(fact.Timestamp, timeZone), fact.Metadata.Actor, fact.Metadata.OnBehalfOf, fact.Metadata.Imported, fact.Position, fact.Version);

    private async Task<ClusterRecord?> FoldAsync(string tenant, long cutOff, Predicate<RecordedEvent> passesBy, CancellationToken cancellation)
    {
        var builder = new ClusterRecordBuilder();
        var timeZone = Cluster.None.TimeZone;
        await foreach (var fact in log.ReadAllAsync(0, cutOff, tenant, cancellation))
        {
            if (passesBy(fact)) continue;
            if (fact.Data is ClusterRegistered registered) timeZone = registered.TimeZone;
            builder.Add(fact.Stream, fact.Data, StampOf(fact, timeZone));
        }
        var record = builder.Build(cutOff, await people.NamesAsync(tenant, cancellation));
        return record.Cluster.Exists ? record : null;
    }
}
