using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Log;

/// <summary>One fact as people read it.</summary>
/// <param name="Position">Place in the log.</param>
/// <param name="About">What it is about: an initiative's number; null for the plan, the calendar, the cluster.</param>
/// <param name="Who">A name, or what acts without being a person.</param>
/// <param name="OnBehalfOf">Whose place was taken; null when nobody's.</param>
/// <param name="Reason">What was written with it; null when nothing was.</param>
public sealed record LogRow(long Position, DateTimeOffset At, string Type, int? About, string Who, string? OnBehalfOf, string What, string? Reason)
{
    internal static LogRow Of(RecordedEvent fact, Cluster cluster, IReadOnlyDictionary<string, string> people, string language)
    {
        string Name(string id) => ClusterRecord.NameOf(id, cluster, people, language);
        var about = fact.Stream.StartsWith("initiative/", StringComparison.Ordinal)
            && int.TryParse(fact.Stream.AsSpan(fact.Stream.LastIndexOf('/') + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return new(
            fact.Position, fact.Timestamp, fact.Type, about,
            ClusterRecord.DoerOf(fact.Metadata.Actor, fact.Metadata.Imported, cluster, people, language),
            fact.Metadata.OnBehalfOf is { } other ? Name(other) : null,
            ClusterStory.Tell(fact.Data, Name, language),
            ClusterStory.Quote(fact.Data));
    }
}
