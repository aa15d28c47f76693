namespace Initiatives.EventStore;

/// <summary>Where a stream ends: the version of its last event (1 for the first) and that event's hash.</summary>
/// <param name="Version">Number of events in the stream; 0 when it does not exist.</param>
/// <param name="Hash">SHA-256 of the last event chained to all before it, 64 lower-case hex digits; empty when there is none.</param>
public sealed record StreamHead(long Version, string Hash)
{
    /// <summary>The head of a stream that has no events yet.</summary>
    public static readonly StreamHead None = new(0, "");
}

/// <summary>A stream as its next decision needs it: where it ends, and the state its last writer left.</summary>
/// <param name="Head"><see cref="StreamHead.None"/> when the stream does not exist.</param>
/// <param name="StateJson">The state folded up to <paramref name="Head"/>; null when there is no stream or its writer keeps no state.</param>
public sealed record StreamState(StreamHead Head, string? StateJson)
{
    public static readonly StreamState None = new(StreamHead.None, null);
}
