using System.Collections.Concurrent;
using Initiatives.Domain;
using Initiatives.EventStore;

namespace Initiatives.Api.Platform.Commands;

/// <summary>
/// Each cluster's configuration and calendar as last read. Nearly every decision needs both and they seldom change, so a
/// load names the heads it knows and gets a document only when it has moved. A head is a version and its hash, so a
/// database restored under a running service is not mistaken for the one before.
/// </summary>
internal sealed class SettingCache
{
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    internal sealed record Known(StreamHead ClusterHead, Cluster Cluster, StreamHead CalendarHead, Calendar Calendar)
    {
        public static readonly Known Nothing = new(StreamHead.None, Cluster.None, StreamHead.None, Calendar.Empty);

        /// <summary>What is known after a row was read; no document means that the head was the one already known.</summary>
        public Known With(string stream, StreamHead head, string? json) =>
            head == (stream == Streams.Cluster ? ClusterHead : CalendarHead) ? this
            : stream == Streams.Cluster ? this with { ClusterHead = head, Cluster = Noun.Cluster.Read(json) }
            : this with { CalendarHead = head, Calendar = Noun.Calendar.Read(json) };
    }

    public Known Get(string tenant) => _known.GetValueOrDefault(tenant, Known.Nothing);

    /// <summary>Keeps only clusters that exist: names tried by strangers must not fill the memory.</summary>
    public void Keep(string tenant, Known known)
    {
        if (known.Cluster.Exists) _known[tenant] = known;
    }
}
