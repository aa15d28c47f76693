using Initiatives.Api.Rights;
using Npgsql;

namespace Initiatives.Api.Platform.Commands;

/// <summary>Who wants a change, in which cluster, and on what they looked when they decided.</summary>
/// <param name="Tenant">Cluster id.</param>
/// <param name="Actor">Id of the person, integration or job that acts; never a name.</param>
/// <param name="Now">The instant of the change, read once at the edge.</param>
/// <param name="OnBehalfOf">Forum or person id, when recorded for another.</param>
/// <param name="Expected">
/// The version of the first stream that the caller saw (If-Match). Null: the caller saw none, and a conflict is decided again.
/// </param>
/// <param name="Request">The caller's Idempotency-Key; null when none was given.</param>
/// <param name="Correlation">What this change belongs to: the trace of the request, or the run of a job.</param>
/// <param name="By">Who is asked whether they may. Null: the service itself (a job, an import that was let in as a whole).</param>
public sealed record CommandContext(
    string Tenant,
    string Actor,
    DateTimeOffset Now,
    string? OnBehalfOf = null,
    long? Expected = null,
    RequestKey? Request = null,
    Guid? Correlation = null,
    Membership? By = null)
{
    /// <summary>What goes with the facts in their transaction when they are accepted, made anew for each attempt; null when nothing does.</summary>
    public Func<NpgsqlBatchCommand>? Besides { get; init; }
}

/// <summary>A request that may be sent again: the answer to it is kept with its facts, in one transaction, for 24 hours.</summary>
/// <param name="Key">Chosen by the caller, unique to the actor within the cluster.</param>
/// <param name="Fingerprint">SHA-256 of method, path and body: one key stands for one request only.</param>
/// <param name="Answer">Words the outcome as it will be given, now and at every repeat.</param>
public sealed record RequestKey(string Key, byte[] Fingerprint, Func<Outcome, Reply> Answer);

/// <summary>An answer as it was given: what a repeat of the request gets.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="ETag">The version after the change, quoted; null when nothing has one.</param>
/// <param name="Location">Path of what was created; null when nothing was.</param>
/// <param name="Body">JSON.</param>
public sealed record Reply(int Status, string? ETag, string? Location, string Body);
