namespace Initiatives.EventStore;

/// <summary>Which facts of a tenant's log somebody asks for; null: whichever.</summary>
/// <param name="Stream">One stream.</param>
/// <param name="Actor">Whose doing.</param>
/// <param name="Types">Stored names.</param>
/// <param name="From">From this instant.</param>
/// <param name="Until">Up to and including this instant.</param>
public sealed record LogFilter(string? Stream = null, string? Actor = null, IReadOnlyList<string>? Types = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);
