using System.Collections.Concurrent;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Platform.Commands;

/// <summary>
/// Each cluster's configuration and calendar as last read. Nearly every decision needs both and they seldom change, so a
/// load names what it knows and gets a document only when it has moved. The mark holds the head's version and hash, so a
/// database restored under a running service is not mistaken for the one before.
/// </summary>
internal sealed class SettingCache
{
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    internal sealed record Known(StreamMark ClusterAt, Cluster Cluster, StreamMark CalendarAt, Calendar Calendar)
    {
        public static readonly Known Nothing = new(StreamMark.None, Cluster.None, StreamMark.None, Calendar.Empty);

        /// <summary>What is known after a row was read; no document means that it stands as it was already known.</summary>
        public Known With(string stream, StreamMark at, string? json) =>
            at == (stream == Streams.Cluster ? ClusterAt : CalendarAt) ? this
            : stream == Streams.Cluster ? this with { ClusterAt = at, Cluster = Noun.Cluster.Read(json) }
            : this with { CalendarAt = at, Calendar = Noun.Calendar.Read(json) };
    }

    public Known Get(string tenant) => _known.GetValueOrDefault(tenant, Known.Nothing);

    /// <summary>Keeps only clusters that exist: names tried by strangers must not fill the memory.</summary>
    public void Keep(string tenant, Known known)
    {
        if (known.Cluster.Exists) _known[tenant] = known;
    }
}
