namespace Initiatives.Api.Features.Drafts;

/// <summary>What somebody has begun to write.</summary>
/// <param name="Fields">By name, as they were typed.</param>
/// <param name="Saved">UTC.</param>
public sealed record Draft(IReadOnlyDictionary<string, string> Fields, DateTimeOffset Saved);

/// <summary>Whose draft, of what.</summary>
/// <param name="Cluster">Cluster id.</param>
/// <param name="Person">Id of who writes it; nobody else reads it.</param>
/// <param name="Kind">What is being written, e.g. <c>status</c>.</param>
/// <param name="Subject">Stream that it is about.</param>
public sealed record DraftKey(string Cluster, string Person, string Kind, string Subject);
